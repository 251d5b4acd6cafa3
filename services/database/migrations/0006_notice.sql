create table notification (
    community_id uuid not null references community (id),
    id uuid not null,
    member_id uuid not null,
    -- One of notice::Kind; the sentence is made from it in the reader's language.
    kind text not null,
    actor_id uuid,
    listing_id uuid,
    conversation_id uuid,
    sponsorship_id uuid,
    -- What it is about (a listing's title), as it was called when it was told.
    subject text not null default '' check (length(subject) <= 200),
    -- One row a meaning: the same thing is not told twice.
    meaning text not null,
    created_at timestamptz not null,
    read_at timestamptz,
    primary key (community_id, id),
    unique (community_id, member_id, meaning),
    foreign key (community_id, member_id) references member (community_id, id),
    foreign key (community_id, actor_id) references member (community_id, id)
);
create index notification_of_member on notification (community_id, member_id, created_at desc, id desc);
create index notification_unread on notification (community_id, member_id) where read_at is null;
alter table notification enable row level security;
alter table notification force row level security;
create policy own on notification for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on notification to maillon_app;

-- One row a member and period, written before the letter is composed.
create table digest (
    community_id uuid not null references community (id),
    id uuid not null,
    member_id uuid not null,
    -- The local date on which it was due.
    period date not null,
    state text not null check (state in ('planned', 'sent', 'empty', 'failed')),
    since_at timestamptz not null,
    listings uuid[] not null default '{}',
    created_at timestamptz not null,
    settled_at timestamptz,
    primary key (community_id, id),
    constraint digest_once_per_period unique (community_id, member_id, period),
    foreign key (community_id, member_id) references member (community_id, id)
);
-- The moment up to which a member has been told: the next digest begins there.
create index digest_told on digest (community_id, member_id, created_at desc) where state in ('sent', 'empty');
alter table digest enable row level security;
alter table digest force row level security;
create policy own on digest for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on digest to maillon_app;
