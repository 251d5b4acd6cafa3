-- Second factors. Without a tenant: an account is the installation's, and so is what protects it.
create table totp (
    id uuid primary key,
    account_id uuid not null references account (id),
    -- Closed by the installation's key, for this row only: the database alone opens nothing.
    secret bytea not null,
    created_at timestamptz not null,
    -- Nobody is held to a factor whose first code was never typed.
    confirmed_at timestamptz,
    -- The step of the last code that was taken: neither it nor an older one is taken again.
    last_step bigint not null default 0,
    -- A removed factor is kept while its removal can be taken back.
    removed_at timestamptz
);
create index totp_by_account on totp (account_id);
create unique index totp_one_in_use on totp (account_id) where confirmed_at is not null and removed_at is null;
grant select, insert, update, delete on totp to maillon_app;

-- For whoever has lost the telephone: each works once. Only a keyed mark is kept.
create table recovery_code (
    account_id uuid not null references account (id),
    mark text not null,
    created_at timestamptz not null,
    used_at timestamptz,
    primary key (account_id, mark)
);
grant select, insert, update, delete on recovery_code to maillon_app;
