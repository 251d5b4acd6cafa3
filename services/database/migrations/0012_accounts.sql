-- Every session of an account ends at once, in whatever community: a session is good while its number is its account's.
alter table account add column session_generation int not null default 0;

alter table session
    add column generation int not null default 0,
    -- Until when "signed in a moment ago" is true; gone once it was seen to be over, so that it stays over.
    add column fresh_until timestamptz,
    -- Until when a second factor counts as shown; the same.
    add column proved_until timestamptz;

-- A wish to be reached at another address. Bound to the session that asked; link and code as of a sign-in.
create table address_change (
    community_id uuid not null references community (id),
    id uuid not null,
    account_id uuid not null references account (id),
    session_id uuid not null,
    email text not null check (email = lower(email) and length(email) <= 254),
    link_hash bytea not null,
    code_hash bytea not null,
    host text not null default '',
    language text not null,
    attempts int not null default 0,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (community_id, id)
);
create index address_change_by_link on address_change (community_id, link_hash);
create index address_change_by_account on address_change (community_id, account_id, created_at desc);
alter table address_change enable row level security;
alter table address_change force row level security;
create policy own on address_change for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on address_change to maillon_app;

-- What was changed of how somebody gets in. "This was not me" takes it back for a while, with everything changed after it.
-- Without a tenant, because an account is the installation's; `asked_in` says whose letter tells of it.
create table account_change (
    id uuid primary key,
    -- The order in which an account was changed; a clock that goes back does not turn it around.
    place bigint generated always as identity,
    account_id uuid not null references account (id),
    asked_in uuid not null references community (id),
    kind text not null check (kind in ('address', 'factor_added', 'factor_removed')),
    -- The address before; it stays the account's until `undo_until`.
    former_email text check ((kind = 'address') = (former_email is not null)),
    factor_id uuid,
    undo_hash bytea not null,
    made_at timestamptz not null,
    undo_until timestamptz not null,
    undone_at timestamptz,
    constraint account_change_undo_taken unique (undo_hash)
);
create index account_change_by_account on account_change (account_id, place desc);
create index account_change_by_address on account_change (former_email, undo_until) where former_email is not null and undone_at is null;
create index account_change_old on account_change (asked_in, undo_until);
grant select, insert, update, delete on account_change to maillon_app;
