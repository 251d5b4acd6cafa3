-- Who a key of an organisation's files stands for. Kept as a keyed mark: from the table alone nobody can test a key or an
-- address, and a member's id says nothing of either.
create table import_key (
    community_id uuid not null references community (id),
    key_mark bytea not null check (length(key_mark) = 16),
    member_id uuid not null,
    primary key (community_id, key_mark),
    foreign key (community_id, member_id) references member (community_id, id)
);
create index import_key_of_member on import_key (community_id, member_id);
alter table import_key enable row level security;
alter table import_key force row level security;
create policy own on import_key for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert on import_key to maillon_app;

-- The member a request is meant for and not brought to: they were asked by this applicant already, or are to be left in peace
-- by them. For the applicant it is a request like any other.
alter table sponsorship add column withheld_from uuid;
alter table sponsorship add foreign key (community_id, withheld_from) references member (community_id, id);
-- When the applicant took the request back; possibly after it was declined, of which they knew nothing.
alter table sponsorship add column taken_back_at timestamptz;

-- When the stewards were last told that this person waits.
alter table member add column announced_at timestamptz;
