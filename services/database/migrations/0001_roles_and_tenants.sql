-- Three kinds of login: the owner (who runs this file), `maillon_app` (every request and job; row-level security applies)
-- and `maillon_platform` (leases jobs over all tenants, shows the operator figures). Neither of the two owns anything.
do $$
begin
    -- Roles belong to the whole cluster; two databases migrating at once must not collide.
    perform pg_advisory_xact_lock(7215401);
    if not exists (select 1 from pg_roles where rolname = 'maillon_app') then
        create role maillon_app login nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
    end if;
    if not exists (select 1 from pg_roles where rolname = 'maillon_platform') then
        create role maillon_platform login nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
    end if;
    -- Given to the role, because RESET ALL (the pool's hook) keeps these and only these. Once per cluster.
    if not exists (
        select 1 from pg_db_role_setting s join pg_roles r on r.oid = s.setrole
        where r.rolname = 'maillon_platform' and s.setdatabase = 0
    ) then
        alter role maillon_app set statement_timeout = '3s';
        alter role maillon_app set lock_timeout = '2s';
        alter role maillon_app set idle_in_transaction_session_timeout = '10s';
        alter role maillon_platform set statement_timeout = '10s';
        alter role maillon_platform set lock_timeout = '2s';
        alter role maillon_platform set idle_in_transaction_session_timeout = '10s';
    end if;
end
$$;

revoke create on schema public from public;
grant usage on schema public to maillon_app, maillon_platform;

-- The tenant of the running transaction; null when none was set (an unset setting reads '' after its first use).
create function current_community() returns uuid
language sql stable parallel safe
set search_path = pg_catalog
as $$ select nullif(current_setting('app.community', true), '')::uuid $$;

create table community (
    id uuid primary key,
    kind text not null check (kind in ('platform', 'community')),
    slug text not null,
    name text not null check (length(name) between 1 and 80),
    tagline text not null default '' check (length(tagline) <= 200),
    welcome text not null default '' check (length(welcome) <= 2000),
    charter text not null default '' check (length(charter) <= 20000),
    organisation text not null default '' check (length(organisation) <= 200),
    postal_address text not null default '' check (length(postal_address) <= 300),
    contact_email text not null default '' check (length(contact_email) <= 254),
    preset text not null,
    languages text[] not null check (cardinality(languages) >= 1),
    timezone text not null,
    brand_primary text not null check (brand_primary ~ '^#[0-9a-f]{6}$'),
    brand_accent text not null check (brand_accent ~ '^#[0-9a-f]{6}$'),
    policy jsonb not null,
    categories text[] not null default '{}',
    listing_days int not null default 60 check (listing_days between 7 and 365),
    version int not null default 1,
    next_member_number int not null default 0,
    members int not null default 0 check (members >= 0),
    created_at timestamptz not null,
    constraint community_slug_taken unique (slug)
);
alter table community enable row level security;
alter table community force row level security;
-- Its public face is public: the host is looked up before anything else is known.
create policy face on community for select to maillon_app, maillon_platform using (true);
create policy own on community for all to maillon_app using (id = current_community()) with check (id = current_community());
grant select, insert, update on community to maillon_app;
grant select on community to maillon_platform;

-- Which host shows which community. Globally unique by its nature.
create table community_host (
    community_id uuid not null references community (id),
    host text not null check (host = lower(host) and length(host) between 1 and 253),
    is_primary boolean not null default false,
    constraint community_host_taken primary key (host)
);
create unique index community_host_primary on community_host (community_id) where is_primary;
alter table community_host enable row level security;
alter table community_host force row level security;
create policy lookup on community_host for select to maillon_app, maillon_platform using (true);
create policy own on community_host for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on community_host to maillon_app;
grant select on community_host to maillon_platform;

-- A person on this installation. Holds the address and nothing else: what a person says of themselves belongs to a community.
create table account (
    id uuid primary key,
    email text not null check (email = lower(email) and length(email) <= 254),
    language text not null check (language in ('fr', 'en')),
    created_at timestamptz not null,
    constraint account_email_taken unique (email)
);
grant select, insert, update on account to maillon_app;

-- Addresses that answered "no such user": no letter goes there any more.
create table suppressed_address (
    email text primary key check (email = lower(email)),
    reason text not null,
    suppressed_at timestamptz not null
);
grant select, insert, update on suppressed_address to maillon_app;
grant select on suppressed_address to maillon_platform;

-- Tokens with which an integrator launches communities over REST.
create table platform_token (
    id uuid primary key,
    name text not null,
    token_hash bytea not null,
    created_at timestamptz not null,
    revoked_at timestamptz,
    constraint platform_token_hash_taken unique (token_hash)
);
grant select, insert, update on platform_token to maillon_app;
