-- Work to be done outside the transaction that caused it; written inside that transaction.
create table job (
    community_id uuid not null references community (id),
    id uuid not null,
    lane text not null check (lane in ('security', 'prompt', 'bulk')),
    kind text not null,
    payload jsonb not null,
    -- At most one unfinished job a meaning.
    meaning text,
    state text not null default 'queued' check (state in ('queued', 'leased', 'buried')),
    run_at timestamptz not null,
    attempts int not null default 0,
    leased_until timestamptz,
    lease_id uuid,
    last_error text,
    created_at timestamptz not null,
    -- After this moment it is not worth doing any more (a sign-in letter at its expiry).
    give_up_at timestamptz,
    primary key (community_id, id)
);
create unique index job_once_per_meaning on job (community_id, meaning) where meaning is not null and state <> 'buried';
-- Leased by skipping from community to community (fair turn), oldest first inside each.
create index job_due on job (lane, community_id, run_at, id) where state <> 'buried';
create index job_buried on job (created_at desc, id desc) where state = 'buried';
alter table job enable row level security;
alter table job force row level security;
create policy own on job for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
create policy queue on job for all to maillon_platform using (true) with check (true);
grant select, insert on job to maillon_app;
grant select, update, delete on job to maillon_platform;

-- What left the house: who, which letter, when, how the relay answered. Never the text.
create table letter (
    community_id uuid not null references community (id),
    id uuid not null,
    member_id uuid,
    recipient text not null,
    kind text not null,
    message_id text not null,
    subject text not null,
    outcome text not null check (outcome in ('sent', 'refused', 'suppressed')),
    answer text not null default '',
    at timestamptz not null,
    primary key (community_id, id)
);
create index letter_latest on letter (at desc, id desc);
alter table letter enable row level security;
alter table letter force row level security;
create policy own on letter for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
create policy figures on letter for select to maillon_platform using (true);
grant select, insert on letter to maillon_app;
grant select on letter to maillon_platform;
