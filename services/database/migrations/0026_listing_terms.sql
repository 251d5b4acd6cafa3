-- What a listing is found by: its words, its town, and whatever else a list can be narrowed to. Row-level security lets an index be
-- used only by operators that are marked leakproof, which those of text search are not: of many listings, every one was read. The
-- comparisons of plain texts are leakproof. A row of the house's own (see decision 26).
create table listing_term (
    community_id uuid not null references community (id),
    -- A word as it is searched, or `=town:corbigny`: no word begins with that sign. In the order of bytes, so that the words
    -- that begin alike stand together.
    term text collate "C" not null,
    listing_id uuid not null,
    primary key (community_id, term, listing_id),
    foreign key (community_id, listing_id) references listing (community_id, id)
);
create index listing_term_of on listing_term (community_id, listing_id);
alter table listing_term enable row level security;
alter table listing_term force row level security;
create policy own on listing_term for all to maillon_app
    using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, delete on listing_term to maillon_app;
select removable('listing_term');

-- The terms of a listing. Words are those of the listing's own search column.
create function terms_of(words tsvector, direction text, kind text, settlements text[], category text, town text) returns text[]
language sql immutable parallel safe
set search_path = pg_catalog, public
as $$
    select array_agg(distinct term) from unnest(
        tsvector_to_array($1) || array['=direction:' || $2, '=kind:' || $3, '=category:' || folded($5), '=town:' || folded($6)]
            || array(select '=settlement:' || settlement from unnest($4) as settlement)
    ) as term
    where term not in ('=category:', '=town:')
$$;

-- Kept here and not in the code, so that no writer can forget it: what is blanked is found no more.
create function keep_listing_terms() returns trigger
language plpgsql
set search_path = pg_catalog, public
as $$
begin
    if tg_op = 'UPDATE' then
        delete from public.listing_term where community_id = new.community_id and listing_id = new.id;
    end if;
    insert into public.listing_term (community_id, term, listing_id)
    select new.community_id, term, new.id
    from unnest(public.terms_of(new.words, new.direction, new.kind, new.settlements, new.category, new.town)) as term;
    return null;
end
$$;
create trigger listing_is_found after insert on listing for each row execute function keep_listing_terms();
create trigger listing_is_found_by_what_it_says_now after update of title, body, direction, kind, settlements, category, town on listing
    for each row execute function keep_listing_terms();

insert into listing_term (community_id, term, listing_id)
select l.community_id, term, l.id
from listing l, unnest(terms_of(l.words, l.direction, l.kind, l.settlements, l.category, l.town)) as term;
