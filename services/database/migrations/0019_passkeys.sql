-- Passkeys: keys that a person's own device keeps, and shows only to the domain they were made for. Without a tenant: an account is
-- the installation's, and so is what protects it.
create table passkey (
    id uuid primary key,
    account_id uuid not null references account (id),
    -- What browsers bind it to: the installation's domain, or a community's own host.
    domain text not null check (length(domain) between 1 and 253),
    -- What its owner calls it.
    name text not null check (length(name) between 1 and 60),
    -- What the device calls it.
    credential_id bytea not null,
    -- Its public key, its counter and what the device said of itself, as the library that checks them writes them. No secret.
    credential jsonb not null,
    created_at timestamptz not null,
    used_at timestamptz,
    -- A removed passkey is kept while its removal can be taken back.
    removed_at timestamptz,
    constraint passkey_credential_taken unique (domain, credential_id)
);
create index passkey_by_account on passkey (account_id);
grant select, insert, update, delete on passkey to maillon_app;

-- What a device was asked to sign: once, within five minutes, for the session or the browser that asked.
create table passkey_challenge (
    community_id uuid not null references community (id),
    id uuid not null,
    purpose text not null check (purpose in ('add', 'prove', 'sign_in')),
    -- Whose passkey it must be; nobody knows yet when somebody signs in.
    account_id uuid references account (id) check ((purpose = 'sign_in') = (account_id is null)),
    asker_hash bytea not null,
    -- What the library needs to check the answer.
    state jsonb not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (community_id, id)
);
create index passkey_challenge_old on passkey_challenge (community_id, expires_at);
create index passkey_challenge_by_account on passkey_challenge (community_id, account_id) where account_id is not null;
alter table passkey_challenge enable row level security;
alter table passkey_challenge force row level security;
create policy own on passkey_challenge for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on passkey_challenge to maillon_app;
select removable('passkey_challenge');

-- A passkey is told and taken back like a second factor; so is the wish that an operator take all of them away, before it is done.
alter table account_change drop constraint account_change_kind_check;
alter table account_change add constraint account_change_kind_check
    check (kind in ('address', 'factor_added', 'factor_removed', 'passkey_added', 'passkey_removed', 'reset_asked'));
