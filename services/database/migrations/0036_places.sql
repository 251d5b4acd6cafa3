-- Where members live and work, and where listings are. A place is a town of the gazetteer (services/places), by its code there.

create table member_place (
    community_id uuid not null references community (id),
    member_id uuid not null,
    which text not null check (which in ('home', 'work')),
    place text not null check (place ~ '^[fg][0-9A-Za-z]{1,11}$'),
    chosen_at timestamptz not null,
    primary key (community_id, member_id, which),
    foreign key (community_id, member_id) references member (community_id, id)
);
alter table member_place enable row level security;
alter table member_place force row level security;
create policy own on member_place for all to maillon_app
    using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on member_place to maillon_app;
select removable('member_place');

-- The town's middle, and its cell of an eighth of a degree (places::cell): row-level security lets an index answer comparisons of
-- whole numbers, and neither distances nor the operators of cube (decision 36).
alter table listing
    add column place text check (place ~ '^[fg][0-9A-Za-z]{1,11}$'),
    add column latitude double precision check (latitude between -90 and 90),
    add column longitude double precision check (longitude between -180 and 180),
    add column cell integer,
    add constraint listing_place_whole check (num_nulls(place, latitude, longitude, cell) in (0, 4));
create index listing_by_cell on listing (community_id, state, cell) where cell is not null;

-- No search path is pinned: so PostgreSQL writes it out where it is used.
-- Kilometres along the surface, by the haversine formula; the same as places::Point::kilometres_to.
create function kilometres(latitude double precision, longitude double precision, there_latitude double precision,
                           there_longitude double precision) returns double precision
language sql immutable parallel safe
as $$
    select 2 * 6371.0088 * asin(least(1, sqrt(
        power(sin(radians($3 - $1) / 2), 2) + cos(radians($1)) * cos(radians($3)) * power(sin(radians($4 - $2) / 2), 2)
    )))
$$;
