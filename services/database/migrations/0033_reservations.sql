-- A doubt about somebody who is about to come in, confided to the stewards. Its applicant hears of what kind it is, never whose.
create table reservation (
    community_id uuid not null references community (id),
    id uuid not null,
    applicant_id uuid not null,
    -- Whose it is: for stewards alone; null once its time is over.
    confided_by uuid,
    category text not null check (category in ('identity', 'exchange', 'other')),
    -- For stewards alone.
    words text not null default '' check (length(words) <= 1000),
    confided_at timestamptz not null,
    -- What its applicant says to it.
    answer text not null default '' check (length(answer) <= 2000),
    answered_at timestamptz,
    outcome text check (outcome in ('withdrawn', 'set_aside', 'upheld', 'moot')),
    settled_at timestamptz,
    primary key (community_id, id),
    foreign key (community_id, applicant_id) references member (community_id, id),
    foreign key (community_id, confided_by) references member (community_id, id),
    constraint reservation_settled check ((outcome is null) = (settled_at is null))
);
create unique index reservation_open_once on reservation (community_id, applicant_id, confided_by) where outcome is null;
create index reservation_waiting on reservation (community_id, confided_at, id) where outcome is null;
create index reservation_about on reservation (community_id, applicant_id, confided_at desc);
create index reservation_by on reservation (community_id, confided_by, confided_at desc) where confided_by is not null;
alter table reservation enable row level security;
alter table reservation force row level security;
create policy own on reservation for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on reservation to maillon_app;
select removable('reservation');

-- What one steward thinks of it; two who think the same decide.
create table reservation_voice (
    community_id uuid not null references community (id),
    reservation_id uuid not null,
    steward_id uuid not null,
    upheld boolean not null,
    reason text not null default '' check (length(reason) <= 500),
    given_at timestamptz not null,
    primary key (community_id, reservation_id, steward_id),
    foreign key (community_id, reservation_id) references reservation (community_id, id),
    foreign key (community_id, steward_id) references member (community_id, id)
);
create index reservation_voice_of_steward on reservation_voice (community_id, steward_id);
alter table reservation_voice enable row level security;
alter table reservation_voice force row level security;
create policy own on reservation_voice for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on reservation_voice to maillon_app;
select removable('reservation_voice');
