-- What listings are about, and which of them would help each other.

-- With which version of the table of concepts its meaning was read; 0: not yet, or not since it was changed or opened again.
alter table listing add column meaning_version smallint not null default 0;
create index listing_by_meaning_version on listing (community_id, meaning_version, id) where state = 'open';

-- What an open listing is about, a row a thing: a concept's name, or a stem that stands for none. Plain texts in the order of bytes,
-- for the reason of decision 26.
create table listing_meaning (
    community_id uuid not null references community (id),
    listing_id uuid not null,
    term text collate "C" not null,
    -- Both are the listing's, so that the newest that go the other way are found by the index alone.
    direction text not null check (direction in ('offer', 'request')),
    created_at timestamptz not null,
    primary key (community_id, listing_id, term),
    foreign key (community_id, listing_id) references listing (community_id, id)
);
create index listing_meaning_newest on listing_meaning (community_id, direction, term, created_at desc, listing_id);
alter table listing_meaning enable row level security;
alter table listing_meaning force row level security;
create policy own on listing_meaning for all to maillon_app
    using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, delete on listing_meaning to maillon_app;
select removable('listing_meaning');

-- Kept here and not in the code, so that no writer can forget it: what is changed, blanked or closed is not found by what it was.
create function forget_listing_meaning() returns trigger
language plpgsql
set search_path = pg_catalog, public
as $$
begin
    if new.state <> 'open' or (new.title, new.body, new.kind, new.direction) is distinct from (old.title, old.body, old.kind, old.direction) then
        delete from public.listing_meaning where community_id = new.community_id and listing_id = new.id;
        new.meaning_version := 0;
    end if;
    return new;
end
$$;
create trigger listing_means_something_else before update of title, body, kind, direction, state on listing
    for each row execute function forget_listing_meaning();

-- A listing of a member's and one of somebody else's that would help each other: a row each way.
create table listing_match (
    community_id uuid not null references community (id),
    id uuid not null,
    -- Whose row it is: the author of `mine_id`.
    member_id uuid not null,
    mine_id uuid not null,
    theirs_id uuid not null,
    score real not null check (score between 0 and 1),
    -- Why: {"why": [exchange::matching::Reason, …]}.
    reasons jsonb not null,
    found_at timestamptz not null,
    -- When the member was told at once; not where they had been told of enough that week.
    told_at timestamptz,
    -- "Not interested."
    dismissed_at timestamptz,
    primary key (community_id, id),
    constraint listing_match_once unique (community_id, mine_id, theirs_id),
    foreign key (community_id, member_id) references member (community_id, id),
    foreign key (community_id, mine_id) references listing (community_id, id),
    foreign key (community_id, theirs_id) references listing (community_id, id)
);
create index listing_match_of_member on listing_match (community_id, member_id, found_at desc, id desc);
create index listing_match_of_theirs on listing_match (community_id, theirs_id);
create index listing_match_found on listing_match (community_id, found_at);
alter table listing_match enable row level security;
alter table listing_match force row level security;
create policy own on listing_match for all to maillon_app
    using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on listing_match to maillon_app;
select removable('listing_match');
