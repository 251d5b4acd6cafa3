-- How many there are and when; outings with their seats; where whoever goes reads their calendar.

-- What a listing says besides its words; a row where it says any of it, and for every outing that has a date.
create table listing_extent (
    community_id uuid not null references community (id),
    listing_id uuid not null,
    -- How many there are, of goods and loans.
    quantity smallint check (quantity between 1 and 999),
    -- Days of the community's calendar.
    available_from date,
    available_until date,
    -- For how many days it is lent at the most.
    loan_days smallint check (loan_days between 1 and 365),
    -- When an outing begins and ends.
    starts_at timestamptz,
    ends_at timestamptz,
    -- For how many; nothing: for everybody.
    seats smallint check (seats between 1 and 999),
    -- Whether those who wait to come in may come along.
    for_guests boolean not null default false,
    -- Grows with every change that those who come have to know of (SEQUENCE of RFC 5545).
    revision integer not null default 0 check (revision >= 0),
    primary key (community_id, listing_id),
    foreign key (community_id, listing_id) references listing (community_id, id),
    constraint listing_extent_in_order check (available_from <= available_until and starts_at < ends_at),
    constraint listing_extent_of_outing check (starts_at is not null or (ends_at is null and seats is null and not for_guests))
);
-- The open outings, the next first; a comparison of times may use it under row-level security (decision 26).
create index listing_extent_for_guests on listing_extent (community_id, starts_at, listing_id) where for_guests;
alter table listing_extent enable row level security;
alter table listing_extent force row level security;
create policy own on listing_extent for all to maillon_app
    using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on listing_extent to maillon_app;
select removable('listing_extent');

-- Who comes to an outing, or waits for a seat. Whoever steps back leaves no row.
create table outing_place (
    community_id uuid not null references community (id),
    listing_id uuid not null,
    member_id uuid not null,
    -- `coming`, or `in_line` while all seats are taken.
    state text not null check (state in ('coming', 'in_line')),
    -- In order of coming: no two of one outing alike.
    came_at timestamptz not null,
    primary key (community_id, listing_id, member_id),
    constraint outing_place_in_order unique (community_id, listing_id, came_at),
    foreign key (community_id, listing_id) references listing (community_id, id),
    foreign key (community_id, member_id) references member (community_id, id)
);
create index outing_place_of_member on outing_place (community_id, member_id, listing_id);
create index outing_place_came on outing_place (community_id, came_at);
alter table outing_place enable row level security;
alter table outing_place force row level security;
create policy own on outing_place for all to maillon_app
    using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on outing_place to maillon_app;
select removable('outing_place');

-- The address below which a calendar program reads the outings a member goes to. Whoever has the address reads them.
create table calendar_feed (
    community_id uuid not null references community (id),
    member_id uuid not null,
    -- Which of the member's addresses holds: it is sealed with this number.
    number integer not null check (number > 0),
    -- SHA-256 of the token in it; the token is stored nowhere (decision 3).
    token_hash bytea not null check (length(token_hash) = 32),
    made_at timestamptz not null,
    primary key (community_id, member_id),
    constraint calendar_feed_token unique (community_id, token_hash),
    foreign key (community_id, member_id) references member (community_id, id)
);
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy own on calendar_feed for all to maillon_app
    using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on calendar_feed to maillon_app;
select removable('calendar_feed');
