-- Searches that members keep, and what is found for them when somebody publishes something (decision 43).

-- Whether a member wants letters of what is found.
alter table member add column search_letters boolean not null default true;

-- What is looked for, as text search asks it: each word by its beginning, or as it stands in another number (`vélos|vélo`: whatever begins
-- with "velos", or "velo" itself). Nothing where there are no words.
create function search_query(words text[]) returns tsquery
language sql immutable parallel safe
set search_path = pg_catalog, public
as $$
    select to_tsquery('simple'::regconfig, string_agg(word, ' & ' order by place))
    from (
        select '(' || string_agg(public.folded(form) || case when number = 1 then ':*' else '' end, ' | ' order by number) || ')' as word, place
        from unnest($1) with ordinality as asked (forms, place)
        cross join lateral unnest(string_to_array(forms, '|')) with ordinality as said (form, number)
        group by place
    ) as alternatives
$$;

-- Whether a listing is one of those that a list is narrowed to. The one place that says so, for a list and for a search that is kept. No
-- search path is pinned: so PostgreSQL writes it out where it is used, and an absent wish costs nothing.
create function listing_fits(
    direction text, kind text, settlements text[], category text, town text, words tsvector,
    wanted_direction text, wanted_kind text, wanted_settlement text, wanted_category text, wanted_town text, wanted_words tsquery
) returns boolean
language sql immutable parallel safe
as $$
    select ($7 is null or $1 = $7) and ($8 is null or $2 = $8) and ($9 is null or $9 = any ($3)) and ($10 is null or $4 = $10)
        and ($11 is null or folded($5) = folded($11)) and ($12 is null or $6 @@ $12)
$$;

create table saved_search (
    community_id uuid not null references community (id),
    id uuid not null,
    member_id uuid not null,
    name text not null check (length(name) between 1 and 60),
    direction text check (direction in ('offer', 'request')),
    kind text check (kind in ('good', 'loan', 'service', 'skill', 'outing', 'housing', 'information')),
    settlement text check (settlement in ('gift', 'barter', 'credit', 'money')),
    category text check (length(category) between 1 and 40),
    town text check (length(town) between 1 and 120),
    -- As they were typed, and cut as they are looked for.
    words text not null default '' check (length(words) <= 120),
    sought text[] not null default '{}',
    query tsquery generated always as (search_query(sought)) stored,
    -- `home`, `work`, or the code of a place.
    whence text check (whence ~ '^(home|work|[fg][0-9A-Za-z]{1,11})$'),
    kilometres integer check (kilometres between 1 and 20016),
    -- The middle of the circle as it is now; nothing while its member does not say where home or work is.
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    -- Where news of it go besides the application.
    news text not null check (news in ('app', 'daily', 'weekly')),
    created_at timestamptz not null,
    paused_at timestamptz,
    primary key (community_id, id),
    foreign key (community_id, member_id) references member (community_id, id),
    constraint saved_search_circle check (
        num_nulls(whence, kilometres) in (0, 2) and num_nulls(latitude, longitude) in (0, 2) and (whence is not null or latitude is null)
    )
);
create index saved_search_of_member on saved_search (community_id, member_id, created_at desc, id desc);
alter table saved_search enable row level security;
alter table saved_search force row level security;
create policy own on saved_search for all to maillon_app
    using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on saved_search to maillon_app;
select removable('saved_search');

-- What a listing must have for a search to find it, a row for each of the ways: the beginning of a word, or a square of the map. Plain texts
-- in the order of bytes, for the reason of decision 26.
create table saved_search_mark (
    community_id uuid not null references community (id),
    mark text collate "C" not null,
    search_id uuid not null,
    primary key (community_id, mark, search_id),
    foreign key (community_id, search_id) references saved_search (community_id, id)
);
create index saved_search_mark_of on saved_search_mark (community_id, search_id);
alter table saved_search_mark enable row level security;
alter table saved_search_mark force row level security;
create policy own on saved_search_mark for all to maillon_app
    using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, delete on saved_search_mark to maillon_app;
select removable('saved_search_mark');

-- What was found: a listing once for each search.
create table saved_search_hit (
    community_id uuid not null references community (id),
    search_id uuid not null,
    listing_id uuid not null,
    found_at timestamptz not null,
    -- When a letter told of it, or would have.
    told_at timestamptz,
    primary key (community_id, search_id, listing_id),
    foreign key (community_id, search_id) references saved_search (community_id, id),
    foreign key (community_id, listing_id) references listing (community_id, id)
);
create index saved_search_hit_newest on saved_search_hit (community_id, search_id, found_at desc, listing_id desc);
create index saved_search_hit_of_listing on saved_search_hit (community_id, listing_id);
create index saved_search_hit_found on saved_search_hit (community_id, found_at);
alter table saved_search_hit enable row level security;
alter table saved_search_hit force row level security;
create policy own on saved_search_hit for all to maillon_app
    using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on saved_search_hit to maillon_app;
select removable('saved_search_hit');

-- Nothing is known of how far it is to nowhere: `least` leaves nulls out, so that what has no place lay half the globe away, and stood in a
-- list of what is near with the widest circle.
create or replace function kilometres(latitude double precision, longitude double precision, there_latitude double precision,
                                      there_longitude double precision) returns double precision
language sql immutable parallel safe
as $$
    select case when $1 + $2 + $3 + $4 is not null then 2 * 6371.0088 * asin(least(1, sqrt(
        power(sin(radians($3 - $1) / 2), 2) + cos(radians($1)) * cos(radians($3)) * power(sin(radians($4 - $2) / 2), 2)
    ))) end
$$;

-- Whether a search finds a listing, whatever else is to be asked of its author and its reader. Written out where it is used, as above.
create function search_finds(search saved_search, listing listing) returns boolean
language sql immutable parallel safe
as $$
    select listing_fits(($2).direction, ($2).kind, ($2).settlements, ($2).category, ($2).town, ($2).words,
            ($1).direction, ($1).kind, ($1).settlement, ($1).category, ($1).town, ($1).query)
        and (($1).whence is null or kilometres(($1).latitude, ($1).longitude, ($2).latitude, ($2).longitude) <= ($1).kilometres)
$$;

-- A list begins with what is rarest of what it is narrowed to, the newest first (decision 43): so a term knows when its listing was
-- published, and the index gives the newest of a term, or of a run of cells, without looking at the listings.
alter table listing_term add column created_at timestamptz;
update listing_term t set created_at = l.created_at from listing l where l.community_id = t.community_id and l.id = t.listing_id;
alter table listing_term alter column created_at set not null;
alter table listing_term drop constraint listing_term_pkey;
alter table listing_term add primary key (community_id, listing_id, term);
drop index listing_term_of;
create index listing_term_newest on listing_term (community_id, term, created_at desc, listing_id desc);
create or replace function keep_listing_terms() returns trigger
language plpgsql
set search_path = pg_catalog, public
as $$
begin
    if tg_op = 'UPDATE' then
        delete from public.listing_term where community_id = new.community_id and listing_id = new.id;
    end if;
    insert into public.listing_term (community_id, term, listing_id, created_at)
    select new.community_id, term, new.id, new.created_at
    from unnest(public.terms_of(new.words, new.direction, new.kind, new.settlements, new.category, new.town)) as term;
    return null;
end
$$;
drop trigger listing_is_found_by_what_it_says_now on listing;
create trigger listing_is_found_by_what_it_says_now
    after update of title, body, direction, kind, settlements, category, town, created_at on listing
    for each row execute function keep_listing_terms();

-- The towns of a cell, and the newest of each: a list of what is near looks through the nearest towns first. One index for both and no second
-- one like it, between which the planner would choose wrongly.
drop index listing_by_cell;
create index listing_by_town on listing (community_id, state, cell, place, created_at desc, id desc) where cell is not null;
