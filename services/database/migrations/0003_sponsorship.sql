-- One row a pair: a member vouching for another, or asked to.
create table sponsorship (
    community_id uuid not null references community (id),
    id uuid not null,
    applicant_id uuid not null,
    -- Null while the address that was asked belongs to nobody here: the applicant is not told which.
    sponsor_id uuid,
    asked_email text,
    state text not null check (state in ('requested', 'given', 'declined', 'withdrawn', 'expired', 'revoked')),
    kind text not null default 'admission' check (kind in ('admission', 'endorsement')),
    relation text check (relation in ('family', 'friend', 'neighbour', 'colleague', 'association', 'other')),
    sentence text not null default '' check (length(sentence) <= 500),
    met_in_person boolean not null default false,
    note text not null default '' check (length(note) <= 500),
    -- How it came about; what the applicant is shown of the sponsor before an answer depends on it.
    via text not null default 'address' check (via in ('address', 'link', 'invitation', 'import')),
    requested_at timestamptz not null,
    answered_at timestamptz,
    -- Since when it carries the newcomer (their admission); null while it is only offered.
    active_at timestamptz,
    -- When the sponsor paid a token for it; an import pays none.
    paid_at timestamptz,
    ended_at timestamptz,
    expires_at timestamptz not null,
    primary key (community_id, id),
    foreign key (community_id, applicant_id) references member (community_id, id),
    foreign key (community_id, sponsor_id) references member (community_id, id),
    constraint sponsorship_not_of_oneself check (sponsor_id is distinct from applicant_id)
);
create unique index sponsorship_once_per_pair on sponsorship (community_id, sponsor_id, applicant_id)
    where sponsor_id is not null and state in ('requested', 'given');
create unique index sponsorship_asked_once on sponsorship (community_id, applicant_id, asked_email)
    where asked_email is not null and state = 'requested';
-- Requests to an address that belongs to nobody here yet.
create index sponsorship_unresolved on sponsorship (community_id, asked_email) where sponsor_id is null and state = 'requested';
create index sponsorship_of_applicant on sponsorship (community_id, applicant_id, requested_at, id);
create index sponsorship_by_sponsor on sponsorship (community_id, sponsor_id, state, requested_at desc, id desc);
alter table sponsorship enable row level security;
alter table sponsorship force row level security;
create policy own on sponsorship for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on sponsorship to maillon_app;

-- A sponsor's letter to somebody who is not here yet. Used once; kept afterwards.
create table invitation (
    community_id uuid not null references community (id),
    id uuid not null,
    sponsor_id uuid not null,
    email text not null,
    token_hash bytea not null,
    relation text not null,
    sentence text not null check (length(sentence) <= 500),
    language text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    used_by uuid,
    revoked_at timestamptz,
    primary key (community_id, id),
    unique (community_id, token_hash),
    foreign key (community_id, sponsor_id) references member (community_id, id),
    foreign key (community_id, used_by) references member (community_id, id)
);
create index invitation_by_sponsor on invitation (community_id, sponsor_id, created_at desc, id desc);
alter table invitation enable row level security;
alter table invitation force row level security;
create policy own on invitation for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on invitation to maillon_app;

-- The lock every trust decision takes, and the number of the last event.
create table trust_head (
    community_id uuid primary key references community (id),
    seq bigint not null default 0
);
alter table trust_head enable row level security;
alter table trust_head force row level security;
create policy own on trust_head for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on trust_head to maillon_app;

-- Everything that ever changed the trust graph, in order (append-only).
create table trust_event (
    community_id uuid not null references community (id),
    seq bigint not null,
    at timestamptz not null,
    event jsonb not null,
    primary key (community_id, seq)
);
alter table trust_event enable row level security;
alter table trust_event force row level security;
create policy own on trust_event for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert on trust_event to maillon_app;

-- Who was let in (or refused), by which rule, on which evidence. Can be recomputed years later.
create table admission (
    community_id uuid not null references community (id),
    id uuid not null,
    member_id uuid not null,
    outcome text not null check (outcome in ('admitted', 'refused')),
    rule text not null,
    verdict jsonb not null,
    policy jsonb not null,
    trust_seq bigint not null,
    decided_by uuid,
    reason text not null default '' check (length(reason) <= 1000),
    decided_at timestamptz not null,
    primary key (community_id, id),
    foreign key (community_id, member_id) references member (community_id, id),
    foreign key (community_id, decided_by) references member (community_id, id)
);
create index admission_of_member on admission (community_id, member_id, decided_at desc);
create index admission_by_day on admission (community_id, decided_at);
alter table admission enable row level security;
alter table admission force row level security;
create policy own on admission for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert on admission to maillon_app;
