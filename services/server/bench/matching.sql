-- Open listings of one community with the labelled texts, each again and again: the same every time. Follows rows copied into `said`.
-- Run by psql as the owner of a private database that nobody else uses. `slug`: the community's; `listings`: how many.
create temporary table author as
    select row_number() over (order by m.number) - 1 as place, m.community_id, m.id, m.town
    from member m join community c on c.id = m.community_id where c.slug = :'slug' and m.standing = 'member';
insert into listing (community_id, id, author_id, direction, kind, settlements, title, body, town, state, language, created_at, expires_at)
    select a.community_id, md5('matching ' || n)::uuid, a.id, s.direction, s.kind, array['gift'], s.title, s.body, a.town, 'open', 'fr',
        now() - make_interval(secs => n * 5), now() + interval '60 days'
    from generate_series(1, :listings) as n
    join said s on s.place = n % (select count(*) from said)
    join author a on a.place = (n * 7919) % (select count(*) from author);
commit;
vacuum analyze;
checkpoint;
