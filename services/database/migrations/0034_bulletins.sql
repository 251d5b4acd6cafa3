-- Official information, without comments: what the organisation says, written by its editors.
create table bulletin (
    community_id uuid not null references community (id),
    id uuid not null,
    -- Whoever wrote it first; it is read under the organisation's name.
    author_id uuid not null,
    title text not null check (length(title) between 1 and 120),
    body text not null check (length(body) between 1 and 8000),
    language text not null,
    published_at timestamptz not null,
    edited_at timestamptz,
    -- Read by nobody since.
    taken_down_at timestamptz,
    primary key (community_id, id),
    foreign key (community_id, author_id) references member (community_id, id)
);
create index bulletin_newest on bulletin (community_id, published_at desc, id desc) where taken_down_at is null;
create index bulletin_of_author on bulletin (community_id, author_id);
alter table bulletin enable row level security;
alter table bulletin force row level security;
create policy own on bulletin for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on bulletin to maillon_app;
select removable('bulletin');
