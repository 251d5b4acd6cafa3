-- Members and listings for every community that `maillon bench` launched: the same every time.
-- Run by psql as the owner of a private database that nobody else uses. `members`, `each`: members and listings of one community.
\set ON_ERROR_STOP on
begin;
create temporary table town as
    select number, name from unnest(array['Nevers', 'Corbigny', 'Clamecy', 'Cosne', 'Decize', 'Luzy', 'Prémery', 'Varzy'])
    with ordinality as named (name, number);
create temporary table newcomer as
    select c.id as community, m as number, md5('member ' || c.slug || '/' || m)::uuid as id, md5('account ' || c.slug || '/' || m)::uuid as account,
        c.slug || '-' || m || '@example.test' as email
    from community c, generate_series(1, :members) as m where c.kind = 'community';
insert into account (id, email, language, created_at) select account, email, 'fr', now() - interval '400 days' from newcomer;
insert into member (community_id, id, account_id, number, name, town, standing, language, timezone, applied_at, joined_at)
    select n.community, n.id, n.account, n.number, 'Odile Marchand ' || n.number, town.name, 'member', 'fr', 'Europe/Paris',
        now() - interval '400 days', now() - interval '390 days'
    from newcomer n join town on town.number = 1 + n.number % 8;
update community set next_member_number = :members + 1, members = members + :members where kind = 'community';
insert into listing (community_id, id, author_id, direction, kind, settlements, title, body, town, state, language, created_at, expires_at)
    select n.community, md5('listing ' || n.id || '/' || l)::uuid, n.id,
        case l % 3 when 0 then 'request' else 'offer' end,
        (array['good', 'loan', 'service', 'skill', 'outing', 'housing', 'information'])[1 + (l + n.number) % 7],
        array['gift'], 'Un coup de main au jardin, ' || l || ' heures',
        'Bêcher, semer, ramasser : à plusieurs, c''est vite fait. ' || repeat('On se retrouve devant la mairie. ', l % 5),
        town.name, 'open', 'fr', now() - make_interval(secs => (l * :members + n.number) * 11), now() + interval '60 days'
    from newcomer n join town on town.number = 1 + n.number % 8, generate_series(1, :each / :members) as l;
commit;
vacuum analyze;
checkpoint;
create extension if not exists pg_stat_statements;
