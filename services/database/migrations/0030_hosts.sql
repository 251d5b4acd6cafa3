-- Hosts: members who agree to meet newcomers who know nobody, in turn.

alter table sponsorship drop constraint sponsorship_via_check,
    add constraint sponsorship_via_check check (via in ('address', 'link', 'invitation', 'import', 'inside', 'host'));

-- Who agrees, and within which bounds. Whoever takes it back has no row.
create table rota (
    community_id uuid not null references community (id),
    member_id uuid not null,
    town text not null default '' check (length(town) <= 80),
    -- The town as it is compared, and the département where the text names it; empty where it does not.
    town_key text not null default '' check (length(town_key) <= 160),
    department text not null default '' check (length(department) <= 3),
    in_person boolean not null,
    by_video boolean not null,
    -- Newcomers they are asked for in thirty days, at the most.
    a_month int not null check (a_month between 1 and 20),
    joined_at timestamptz not null,
    primary key (community_id, member_id),
    foreign key (community_id, member_id) references member (community_id, id),
    constraint rota_some_way check (in_person or by_video)
);
alter table rota enable row level security;
alter table rota force row level security;
create policy own on rota for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on rota to maillon_app;
select removable('rota');

-- An applicant's wish to meet a host.
create table meeting (
    community_id uuid not null references community (id),
    id uuid not null,
    applicant_id uuid not null,
    town text not null default '' check (length(town) <= 80),
    way text not null check (way in ('person', 'video', 'either')),
    note text not null check (length(note) <= 500),
    state text not null check (state in ('seeking', 'agreed', 'met', 'ended')),
    -- Whoever agreed.
    host_id uuid,
    asked_at timestamptz not null,
    agreed_at timestamptz,
    met_on date,
    met_way text check (met_way in ('person', 'video')),
    ended_at timestamptz,
    -- Where the host, having met them, answers: the request like any other.
    sponsorship_id uuid,
    primary key (community_id, id),
    foreign key (community_id, applicant_id) references member (community_id, id),
    foreign key (community_id, host_id) references member (community_id, id),
    foreign key (community_id, sponsorship_id) references sponsorship (community_id, id),
    constraint meeting_agreed_with_somebody check (state not in ('agreed', 'met') or host_id is not null),
    constraint meeting_met_some_day check ((state = 'met') = (met_on is not null) and (met_on is null) = (met_way is null))
);
create index meeting_of_applicant on meeting (community_id, applicant_id, asked_at desc, id desc);
create index meeting_of_host on meeting (community_id, host_id, asked_at desc, id desc) where host_id is not null;
create index meeting_seeking on meeting (community_id, asked_at, id) where state = 'seeking';
alter table meeting enable row level security;
alter table meeting force row level security;
create policy own on meeting for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on meeting to maillon_app;
select removable('meeting');

-- Whose turn it was. Kept when somebody leaves the rota, so that nobody gets an earlier turn by leaving and coming back.
create table meeting_turn (
    community_id uuid not null references community (id),
    meeting_id uuid not null,
    host_id uuid not null,
    state text not null check (state in ('asked', 'accepted', 'passed', 'missed', 'dropped')),
    asked_at timestamptz not null,
    -- From then on it is the next one's turn.
    until_at timestamptz not null,
    answered_at timestamptz,
    primary key (community_id, meeting_id, host_id),
    foreign key (community_id, meeting_id) references meeting (community_id, id),
    foreign key (community_id, host_id) references member (community_id, id)
);
create unique index meeting_turn_one_at_a_time on meeting_turn (community_id, meeting_id) where state = 'asked';
create index meeting_turn_of_host on meeting_turn (community_id, host_id, asked_at desc);
alter table meeting_turn enable row level security;
alter table meeting_turn force row level security;
create policy own on meeting_turn for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on meeting_turn to maillon_app;
select removable('meeting_turn');

-- What the two write to each other to find a day.
create table meeting_line (
    community_id uuid not null references community (id),
    id uuid not null,
    meeting_id uuid not null,
    author_id uuid not null,
    body text not null check (length(body) between 1 and 1000),
    written_at timestamptz not null,
    primary key (community_id, id),
    foreign key (community_id, meeting_id) references meeting (community_id, id),
    foreign key (community_id, author_id) references member (community_id, id)
);
create index meeting_line_in_order on meeting_line (community_id, meeting_id, written_at, id);
alter table meeting_line enable row level security;
alter table meeting_line force row level security;
create policy own on meeting_line for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on meeting_line to maillon_app;
select removable('meeting_line');
