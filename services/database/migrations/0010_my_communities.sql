-- A person sees the communities they are in, on the platform's own host. This is the one look across tenants for a person's own
-- sake, so it is as narrow as can be: the platform's role, rows of one account only, and of them no more than where it stands.
-- The row-level security of requests (`maillon_app`) is not touched: whoever is in a community sees that community alone.

-- The account of the running transaction; null when none was set.
create function current_account() returns uuid
language sql stable parallel safe
set search_path = pg_catalog
as $$ select nullif(current_setting('app.account', true), '')::uuid $$;

create policy whose on member for select to maillon_platform using (account_id = current_account());
grant select (community_id, account_id, standing, role, applied_at) on member to maillon_platform;
