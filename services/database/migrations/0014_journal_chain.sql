-- The journal becomes a chain: each entry carries a keyed mark (HMAC-SHA-256, the key is not in this database) over its number,
-- the mark before it and its own content. Whoever changes, removes, inserts or swaps entries without the key breaks it.
alter table journal add column seq bigint, add column note_mark bytea, add column mac bytea;
-- Entries from before have no number; the chain's first mark covers them all together. New ones cannot be without.
alter table journal add constraint journal_chained
    check (seq is not null and seq > 0 and mac is not null and length(mac) = 32) not valid;
create unique index journal_in_order on journal (community_id, seq);
create index journal_latest on journal (community_id, at desc, id desc);

-- Words that belong to an entry (a steward's reason). Apart, because a person may be erased and the chain may not: the entry
-- covers them by a mark only, and their going is an entry of its own.
create table journal_note (
    community_id uuid not null references community (id),
    seq bigint not null,
    note text not null check (length(note) between 1 and 2000),
    primary key (community_id, seq),
    foreign key (community_id, seq) references journal (community_id, seq)
);
alter table journal_note enable row level security;
alter table journal_note force row level security;
create policy own on journal_note for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, delete on journal_note to maillon_app;

-- What operators do to the queue is done as the platform's role, and written into the platform's own journal by it.
create policy platforms on journal for all to maillon_platform
    using (community_id = '00000000-0000-0000-0000-000000000000') with check (community_id = '00000000-0000-0000-0000-000000000000');
grant select, insert on journal to maillon_platform;
