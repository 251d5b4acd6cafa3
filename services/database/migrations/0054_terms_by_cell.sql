-- What is asked for within a circle is found by both together (decision 52). A term knows the cell of its listing as long as that is
-- open: of a circle's listings an index gives those of one category, the newest of them, without looking at any other. The index on
-- listings themselves cannot: row-level security asks each listing who may see it, and so each had to be read to be counted.
alter table listing_term add column cell integer;
update listing_term t set cell = l.cell
from listing l
where l.community_id = t.community_id and l.id = t.listing_id and l.state = 'open' and l.cell is not null;
create index listing_term_near on listing_term (community_id, term, cell, created_at desc, listing_id desc) where cell is not null;

create or replace function keep_listing_terms() returns trigger
language plpgsql
set search_path = pg_catalog, public
as $$
begin
    if tg_op = 'UPDATE' then
        delete from public.listing_term where community_id = new.community_id and listing_id = new.id;
    end if;
    insert into public.listing_term (community_id, term, listing_id, created_at, cell)
    select new.community_id, term, new.id, new.created_at, case new.state when 'open' then new.cell end
    from unnest(public.terms_of(new.words, new.direction, new.kind, new.settlements, new.category, new.town)) as term;
    return null;
end
$$;
drop trigger listing_is_found_by_what_it_says_now on listing;
create trigger listing_is_found_by_what_it_says_now
    after update of title, body, direction, kind, settlements, category, town, created_at, state, cell on listing
    for each row execute function keep_listing_terms();

-- The nearest first goes from town to town: with what the policy of listings asks and with where the town is, the index tells all of it, and no
-- listing is read to find its town.
drop index listing_by_town;
create index listing_by_town on listing (community_id, state, cell, place, created_at desc, id desc)
    include (latitude, longitude, audience, author_id, circle_id) where cell is not null;
