-- Open listings of one community where people live, in words that are common and rare as words are: the same every time. Follows rows copied into `word` and `somewhere` (`first` and `last` part the line from 0 to 1 by inhabitants).
-- Run by psql as the owner of a private database that nobody else uses. `slug`: the community's; `members`, `listings`: how many.
create function pg_temp.dice(what text) returns float8 language sql immutable as
    $$ select abs(hashtextextended($1, 43) % 1000003)::float8 / 1000003 $$;
-- Of ten thousand words the first ones stand in nearly everything and the last ones nearly nowhere (Zipf).
create function pg_temp.said(what text) returns int language sql immutable as
    $$ select least(9999, floor(exp(pg_temp.dice($1) * ln(10000)))::int) $$;
create temporary table newcomer as
    select c.id as community, m as number, md5('member ' || c.slug || '/' || m)::uuid as id, md5('account ' || c.slug || '/' || m)::uuid as account
    from community c, generate_series(1, :members) as m where c.slug = :'slug';
insert into account (id, email, language, created_at)
    select account, :'slug' || '-' || number || '@example.test', 'fr', now() - interval '400 days' from newcomer;
insert into member (community_id, id, account_id, number, name, town, standing, language, timezone, applied_at, joined_at)
    select community, id, account, number, 'Odile Marchand ' || number, 'Nevers', 'member', 'fr', 'Europe/Paris',
        now() - interval '400 days', now() - interval '390 days' from newcomer;
update community set next_member_number = :members + 1, members = members + :members,
    categories = (select array_agg('Thème ' || n) from generate_series(0, 11) as n) where slug = :'slug';
create temporary table author as
    select row_number() over (order by m.number) - 1 as place, m.community_id, m.id
    from member m join community c on c.id = m.community_id where c.slug = :'slug' and m.standing = 'member';
create index on word (number);
create index on somewhere (first);
analyze word;
analyze somewhere;
create temporary table place_of as
    select n, s.* from generate_series(1, :listings) as n
    cross join lateral (select * from somewhere where first <= pg_temp.dice('place ' || n) order by first desc limit 1) as s;
create index on place_of (n);
insert into listing (community_id, id, author_id, direction, kind, settlements, title, body, category, town, state, language, created_at,
        expires_at, place, latitude, longitude, cell)
    select a.community_id, md5('listing ' || n)::uuid, a.id, case when pg_temp.dice('way ' || n) < 0.4 then 'request' else 'offer' end,
        (array['good', 'loan', 'service', 'skill', 'outing', 'housing', 'information'])[1 + floor(pg_temp.dice('kind ' || n) * 7)::int],
        case when n % 3 = 0 then array['gift', 'barter'] else array['gift'] end,
        initcap((select string_agg(w.word, ' ') from generate_series(1, 3) as t join word w on w.number = pg_temp.said(n || ' title ' || t))),
        (select string_agg(w.word, ' ') from generate_series(1, 8) as t join word w on w.number = pg_temp.said(n || ' body ' || t)),
        'Thème ' || floor(pg_temp.dice('theme ' || n) * 12), p.name, 'open', 'fr',
        now() - make_interval(secs => n * 5), now() + interval '60 days', p.id, p.latitude, p.longitude, p.cell
    from place_of p join author a on a.place = (n::bigint * 7919) % (select count(*) from author);
insert into listing_term (community_id, term, listing_id, created_at, cell)
    select l.community_id, term, l.id, l.created_at, l.cell
    from listing l join community c on c.id = l.community_id and c.slug = :'slug',
        unnest(terms_of(l.words, l.direction, l.kind, l.settlements, l.category, l.town)) as term
    order by l.community_id, term, l.id;
commit;
vacuum analyze;
checkpoint;
