-- What two names that a reader takes for one another have in common (`community::names::likeness`): whoever decides about somebody
-- is told that another member has this name. Null until it was worked out.
alter table member add column likeness text;
create index member_by_likeness on member (community_id, likeness) where likeness is not null;
create index member_without_likeness on member (community_id, id) where likeness is null;
