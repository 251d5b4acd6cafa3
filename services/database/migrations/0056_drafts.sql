-- Listings that their authors have begun and keep for later (decision 54): as they were typed, however incomplete. Their authors alone read
-- them: every statement names the author.
create table listing_draft (
    community_id uuid not null references community (id),
    -- The id of the listing that it becomes: its photos are meant for it already, and publishing with it takes this row away.
    id uuid not null,
    author_id uuid not null,
    -- The first thing that is said, before any form is shown; everything else may be missing.
    direction text not null check (direction in ('offer', 'request')),
    kind text check (kind in ('good', 'loan', 'service', 'skill', 'outing', 'housing', 'information')),
    settlements text[] not null default '{}' check (settlements <@ array['gift', 'barter', 'credit', 'money']),
    title text not null default '' check (length(title) <= 120),
    body text not null default '' check (length(body) <= 4000),
    category text not null default '' check (length(category) <= 80),
    town text not null default '' check (length(town) <= 80),
    -- As typed, and bounded closer by the house: what is no number, or no day, is told to its author when it is published.
    quantity text not null default '' check (length(quantity) <= 80),
    available_from text not null default '' check (length(available_from) <= 80),
    available_until text not null default '' check (length(available_until) <= 80),
    loan_days text not null default '' check (length(loan_days) <= 80),
    starts_at text not null default '' check (length(starts_at) <= 80),
    ends_at text not null default '' check (length(ends_at) <= 80),
    seats text not null default '' check (length(seats) <= 80),
    for_guests boolean not null default false,
    audience text not null check (audience in ('everyone', 'friends', 'group', 'stewards', 'stewards_may', 'stewards_then')),
    -- For which group, where its author was in it when it was kept.
    circle_id uuid,
    urgency text check (urgency in ('today', 'tomorrow', 'three_days')),
    -- In whose name: another member, or the first name of somebody who is none. That they agreed is never kept: it is said anew.
    behalf_member_id uuid,
    behalf_name text not null default '' check (length(behalf_name) <= 80),
    behalf_relation text check (behalf_relation in
        ('mother', 'father', 'daughter', 'son', 'grandmother', 'grandfather', 'relative', 'neighbour', 'friend')),
    -- Whether it was to be in the name of a member who is not here any more.
    behalf_gone boolean not null default false,
    begun_at timestamptz not null,
    -- When it was kept last: thirty days later it goes.
    kept_at timestamptz not null,
    -- The author too: whether somebody else keeps a draft of this id is nobody's business.
    primary key (community_id, author_id, id),
    foreign key (community_id, author_id) references member (community_id, id),
    foreign key (community_id, behalf_member_id) references member (community_id, id),
    foreign key (community_id, circle_id) references circle (community_id, id)
);
create index listing_draft_of_author on listing_draft (community_id, author_id, kept_at desc, id desc);
create index listing_draft_kept on listing_draft (community_id, kept_at);
alter table listing_draft enable row level security;
alter table listing_draft force row level security;
create policy own on listing_draft for all to maillon_app
    using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on listing_draft to maillon_app;
select removable('listing_draft');
