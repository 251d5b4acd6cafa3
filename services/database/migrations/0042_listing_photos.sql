-- Photos of listings. The files lie outside the database, below the community's id and named by the row's (decision 42); here is whose
-- they are, and what they show in words.
create table listing_photo (
    community_id uuid not null references community (id),
    id uuid not null,
    owner_id uuid not null,
    -- The id that a form made for its listing, before there is one.
    meant_for uuid not null,
    -- The listing, once it is published; until then the photo waits for a day.
    listing_id uuid,
    -- From 1; the first is the one that lists show.
    place smallint not null check (place between 1 and 6),
    -- For whoever does not see it.
    description text not null default '' check (length(description) <= 200),
    width smallint not null check (width > 0),
    height smallint not null check (height > 0),
    small_width smallint not null check (small_width > 0),
    small_height smallint not null check (small_height > 0),
    -- Of both files.
    bytes int not null check (bytes > 0),
    -- A seal of what was sent: the same file sent twice for one listing, by a double click, is one photo.
    sent_mark bytea not null,
    created_at timestamptz not null,
    primary key (community_id, id),
    foreign key (community_id, owner_id) references member (community_id, id),
    foreign key (community_id, listing_id) references listing (community_id, id),
    constraint photo_of_its_listing check (listing_id = meant_for)
);
create index listing_photo_of_listing on listing_photo (community_id, listing_id, place, id) where listing_id is not null;
create unique index listing_photo_of_owner on listing_photo (community_id, owner_id, meant_for, sent_mark);
alter table listing_photo enable row level security;
alter table listing_photo force row level security;
create policy own on listing_photo for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on listing_photo to maillon_app;
select removable('listing_photo');
