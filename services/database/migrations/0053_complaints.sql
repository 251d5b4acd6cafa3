-- Complaints about a community's letters, and what comes of too many (bar E9, decision 51).

-- When whoever got the letter reported it as unwanted.
alter table letter add column complained_at timestamptz;
grant update (complained_at) on letter to maillon_app;
-- Whose letter somebody complains of is found by their address, over all communities.
create index letter_to on letter (recipient, at desc);

-- Since when the community's letters wait, because too many of them were complained of.
alter table community add column letters_held_since timestamptz;

-- How many letters of a community were complained of. It has no row as long as nobody has complained.
create table letter_watch (
    community_id uuid not null references community (id),
    -- Letters sent within the window, and those of them that were complained of, when it was counted last.
    letters bigint not null default 0,
    complaints bigint not null default 0,
    counted_at timestamptz not null,
    -- When owners and operators were last told that there are too many.
    alarmed_at timestamptz,
    -- When an operator last let the letters go on, and why. What was sent before counts no more.
    let_go_at timestamptz,
    reason text not null default '' check (length(reason) <= 500),
    primary key (community_id),
    constraint letter_watch_figures check (complaints between 0 and letters)
);
alter table letter_watch enable row level security;
alter table letter_watch force row level security;
create policy own on letter_watch for all to maillon_app
    using (community_id = current_community()) with check (community_id = current_community());
create policy figures on letter_watch for select to maillon_platform using (true);
grant select, insert, update on letter_watch to maillon_app;
grant select on letter_watch to maillon_platform;
select removable('letter_watch');
