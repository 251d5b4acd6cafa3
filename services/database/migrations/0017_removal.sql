-- A community is removed: announced, waited for, then taken out row by row (bar T13).

-- The wish. Public like the rest of the community's face, so that everybody is told on every page.
alter table community
    -- Names the wish: work written for one that was called off does nothing for the next.
    add column removal_id uuid,
    add column removal_asked_at timestamptz,
    add column removal_due_at timestamptz,
    -- The time is over: from here on rows may go, and nothing calls it off.
    add column removal_begun_at timestamptz,
    add constraint community_removal_whole check (
        (removal_id is null) = (removal_asked_at is null) and (removal_id is null) = (removal_due_at is null)
        and (removal_begun_at is null or (removal_id is not null and removal_begun_at >= removal_due_at))
    ),
    add constraint community_platform_stays check (kind <> 'platform' or removal_id is null);

-- What has no tenant and speaks of one goes with it.
alter table launch drop constraint launch_launched_fkey,
    add constraint launch_launched_fkey foreign key (launched) references community (id) on delete cascade;
alter table account_change drop constraint account_change_asked_in_fkey,
    add constraint account_change_asked_in_fkey foreign key (asked_in) references community (id) on delete cascade;

-- The community whose rows the running transaction takes out; null unless its removal has begun. Two roles must agree:
-- `maillon_app`, inside the tenant, writes that it has begun; `maillon_platform`, which cannot write that, takes the rows.
create function current_removal() returns uuid
language sql stable parallel safe
set search_path = pg_catalog
as $$
    select c.id from public.community c
    where c.id = nullif(current_setting('app.removal', true), '')::uuid and c.removal_begun_at is not null
$$;

-- Lets a removal take the rows of a tenant's table. Said once for every such table, in the migration that makes it: a test
-- compares with the catalogue.
create function removable(tenants regclass) returns void
language plpgsql
set search_path = pg_catalog, public
as $$
declare
    tenant text := case when tenants = 'public.community'::regclass then 'id' else 'community_id' end;
begin
    execute format('create policy removal on %s for delete to maillon_platform using (%I = current_removal())', tenants, tenant);
    execute format('grant delete on %s to maillon_platform', tenants);
    -- Where the role sees every row already, there is nothing to add.
    if not exists (
        select 1 from pg_policy p
        where p.polrelid = tenants and p.polcmd in ('r', '*') and 'maillon_platform'::regrole = any (p.polroles)
            and pg_get_expr(p.polqual, p.polrelid) = 'true'
    ) then
        execute format('create policy removal_sees on %s for select to maillon_platform using (%I = current_removal())', tenants, tenant);
        execute format('grant select (%I) on %s to maillon_platform', tenant, tenants);
    end if;
end
$$;
revoke execute on function removable(regclass) from public;

-- Adding to the platform's journal and reading it, and no more: what follows gives the role the right to delete rows of a journal.
drop policy platforms on journal;
create policy platforms on journal for select to maillon_platform
    using (community_id = '00000000-0000-0000-0000-000000000000');
create policy platforms_add on journal for insert to maillon_platform
    with check (community_id = '00000000-0000-0000-0000-000000000000');

select removable(c.oid)
from pg_class c
where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    and (c.relname = 'community' or exists (
        select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'community_id' and not a.attisdropped
    ))
    -- The queue's role takes any job as it is.
    and c.relname <> 'job';
