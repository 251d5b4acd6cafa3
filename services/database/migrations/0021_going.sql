-- Somebody goes by a decision, and what it does to others: seen before it is done, done with a second hand where it touches many.

-- A sponsor expelled for fraud: their words are worth nothing from then on. And a word for somebody who is in already.
alter table sponsorship drop constraint sponsorship_state_check,
    add constraint sponsorship_state_check
        check (state in ('requested', 'given', 'declined', 'withdrawn', 'expired', 'revoked', 'void'));
alter table sponsorship drop constraint sponsorship_via_check,
    add constraint sponsorship_via_check check (via in ('address', 'link', 'invitation', 'import', 'inside'));

-- A decision that somebody goes, or the wish of one steward that waits for another.
create table departure (
    community_id uuid not null references community (id),
    id uuid not null,
    member_id uuid not null,
    cause text not null check (cause in ('suspension', 'conduct', 'fraud')),
    -- For the person it is about, and the journal.
    reason text not null check (length(reason) <= 500),
    state text not null check (state in ('proposed', 'done', 'called_off')),
    -- Names what whoever proposed it was shown.
    seen text not null,
    -- How many others it touched, when it was proposed or done.
    touched int not null,
    proposed_by uuid,
    proposed_at timestamptz not null,
    -- A wish that nobody has confirmed by then is none any more.
    expires_at timestamptz not null,
    settled_by uuid,
    settled_at timestamptz,
    primary key (community_id, id),
    foreign key (community_id, member_id) references member (community_id, id),
    foreign key (community_id, proposed_by) references member (community_id, id),
    foreign key (community_id, settled_by) references member (community_id, id),
    constraint departure_settled check ((state = 'proposed') = (settled_at is null))
);
create index departure_of_member on departure (community_id, member_id, proposed_at desc);
create index departure_waiting on departure (community_id, proposed_at desc) where state = 'proposed';
alter table departure enable row level security;
alter table departure force row level security;
create policy own on departure for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on departure to maillon_app;
select removable('departure');

-- Somebody who hangs on too few others, from the day it was noticed to the day it was cured or decided.
create table review (
    community_id uuid not null references community (id),
    id uuid not null,
    member_id uuid not null,
    -- Whose going brought it about; null where it came by the clock (somebody's year after leaving is over).
    departure_id uuid,
    paths int not null,
    need int not null,
    began_at timestamptz not null,
    -- From then on a person decides.
    until_at timestamptz not null,
    ended_at timestamptz,
    outcome text check (outcome in ('cured', 'confirmed', 'gone')),
    decided_by uuid,
    reason text not null default '' check (length(reason) <= 500),
    primary key (community_id, id),
    foreign key (community_id, member_id) references member (community_id, id),
    foreign key (community_id, departure_id) references departure (community_id, id),
    foreign key (community_id, decided_by) references member (community_id, id),
    constraint review_ended check ((ended_at is null) = (outcome is null))
);
create unique index review_open_once on review (community_id, member_id) where ended_at is null;
create index review_waiting on review (community_id, until_at, id) where ended_at is null;
create index review_of_member on review (community_id, member_id, began_at desc);
alter table review enable row level security;
alter table review force row level security;
create policy own on review for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on review to maillon_app;
select removable('review');

-- One text against one decision, read by somebody who did not take it.
create table appeal (
    community_id uuid not null references community (id),
    id uuid not null,
    member_id uuid not null,
    departure_id uuid,
    review_id uuid,
    words text not null check (length(words) <= 2000),
    made_at timestamptz not null,
    answered_at timestamptz,
    answered_by uuid,
    upheld boolean,
    answer text not null default '' check (length(answer) <= 1000),
    primary key (community_id, id),
    foreign key (community_id, member_id) references member (community_id, id),
    foreign key (community_id, departure_id) references departure (community_id, id),
    foreign key (community_id, review_id) references review (community_id, id),
    foreign key (community_id, answered_by) references member (community_id, id),
    constraint appeal_once_a_departure unique (community_id, departure_id),
    constraint appeal_once_a_review unique (community_id, review_id),
    constraint appeal_of_one check (num_nonnulls(departure_id, review_id) = 1),
    constraint appeal_answered check ((answered_at is null) = (upheld is null))
);
create index appeal_waiting on appeal (community_id, made_at, id) where answered_at is null;
create index appeal_of_member on appeal (community_id, member_id, made_at desc);
alter table appeal enable row level security;
alter table appeal force row level security;
create policy own on appeal for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on appeal to maillon_app;
select removable('appeal');
