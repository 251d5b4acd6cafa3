-- A text as it is searched: small letters, no accents, no punctuation, so that "l’evier" finds "L’évier".
-- Ours and not an extension: it needs nothing installed, is immutable, and does not depend on the locale.
create function folded(text) returns text
language sql immutable strict parallel safe
set search_path = pg_catalog
as $$
    select translate(
        replace(replace(replace(replace(lower($1), 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'),
        'àáâãäåçèéêëìíîïñòóôõöùúûüýÿÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝŸ’‘‛“”«»…–—‑·  !"#$%&''()*+,-./:;<=>?@[\]^_`{|}~',
        'aaaaaaceeeeiiiinooooouuuuyyaaaaaaceeeeiiiinooooouuuuyy' || repeat(' ', 46)
    )
$$;

create table listing (
    community_id uuid not null references community (id),
    id uuid not null,
    author_id uuid not null,
    direction text not null check (direction in ('offer', 'request')),
    kind text not null check (kind in ('good', 'loan', 'service', 'skill', 'outing', 'housing', 'information')),
    settlements text[] not null check (cardinality(settlements) >= 1 and settlements <@ array['gift', 'barter', 'credit', 'money']),
    title text not null check (length(title) between 3 and 120),
    body text not null check (length(body) between 1 and 4000),
    category text not null default '' check (length(category) <= 40),
    town text not null default '' check (length(town) <= 80),
    state text not null check (state in ('open', 'fulfilled', 'closed', 'expired')),
    language text not null,
    created_at timestamptz not null,
    edited_at timestamptz,
    expires_at timestamptz not null,
    -- Up to which moment before its end the author has been warned.
    warned_for timestamptz,
    closed_at timestamptz,
    close_reason text not null default '' check (length(close_reason) <= 500),
    -- The author, or whoever closed it by office; nobody when it expired.
    closed_by uuid,
    helped_by uuid,
    thanks text not null default '' check (length(thanks) <= 500),
    words tsvector generated always as (
        setweight(to_tsvector('simple', folded(title)), 'A') || setweight(to_tsvector('simple', folded(body || ' ' || town)), 'B')
    ) stored,
    primary key (community_id, id),
    foreign key (community_id, author_id) references member (community_id, id),
    foreign key (community_id, closed_by) references member (community_id, id),
    foreign key (community_id, helped_by) references member (community_id, id)
);
create index listing_newest on listing (community_id, state, created_at desc, id desc);
create index listing_by_author on listing (community_id, author_id, created_at desc, id desc);
create index listing_words on listing using gin (words);
create index listing_expiring on listing (community_id, expires_at) where state = 'open';
alter table listing enable row level security;
alter table listing force row level security;
create policy own on listing for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on listing to maillon_app;

-- Who has already seen what: a digest never shows it again.
create table listing_seen (
    community_id uuid not null references community (id),
    member_id uuid not null,
    listing_id uuid not null,
    seen_at timestamptz not null,
    primary key (community_id, member_id, listing_id),
    foreign key (community_id, member_id) references member (community_id, id),
    foreign key (community_id, listing_id) references listing (community_id, id)
);
alter table listing_seen enable row level security;
alter table listing_seen force row level security;
create policy own on listing_seen for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert on listing_seen to maillon_app;
