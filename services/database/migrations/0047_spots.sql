-- Whereabouts in a town somebody lives or works: the middle of one field of a net that is the same for everybody, some 700 m wide and
-- high (places::Spot, decision 48). Never an address, and never the point of one.
alter table member_place
    add column latitude double precision check (latitude between -90 and 90),
    add column longitude double precision check (longitude between -180 and 180),
    add constraint member_place_spot_whole check (num_nulls(latitude, longitude) in (0, 2));

-- By which reading of towns (exchange::place_listings) a listing without a place was last looked at: those from before there were places, and
-- those whose town was not understood, get theirs as soon as it can be told.
alter table listing add column placed_by smallint not null default 0;
create index listing_without_place on listing (community_id, placed_by, id) where place is null and town <> '';
