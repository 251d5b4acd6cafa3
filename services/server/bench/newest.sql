-- What the newest twenty listings cost at the least: the statement of `exchange::views::listings` without its filters, as
-- the working role, with the tenant set. For `maillon bench` and pgbench.
begin;
select set_config('app.community', ':community', true);
select l.id, l.direction, l.kind, l.settlements, l.title, left(l.body, 240) as excerpt, l.category, l.town, l.state,
    l.language, l.created_at, l.expires_at, m.id as author_id, m.number as author_number, m.name as author_name,
    m.town as author_town, m.standing as author_standing, m.role as author_role, m.founder as author_founder,
    m.joined_at as author_joined_at
from listing l
join member m on m.community_id = l.community_id and m.id = l.author_id
where l.community_id = ':community' and l.state = 'open' and listing_is_shown(l.state, m.standing, l.let_through_at)
order by l.created_at desc, l.id desc
limit 21;
commit;
