-- Two members about one listing. `starter_id` answered, `author_id` wrote the listing.
create table conversation (
    community_id uuid not null references community (id),
    id uuid not null,
    listing_id uuid not null,
    author_id uuid not null,
    starter_id uuid not null,
    created_at timestamptz not null,
    last_message_at timestamptz not null,
    primary key (community_id, id),
    constraint conversation_once_per_listing_and_starter unique (community_id, listing_id, starter_id),
    foreign key (community_id, listing_id) references listing (community_id, id),
    foreign key (community_id, author_id) references member (community_id, id),
    foreign key (community_id, starter_id) references member (community_id, id),
    check (author_id <> starter_id)
);
alter table conversation enable row level security;
alter table conversation force row level security;
create policy own on conversation for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on conversation to maillon_app;

create table conversation_member (
    community_id uuid not null references community (id),
    conversation_id uuid not null,
    member_id uuid not null,
    last_message_at timestamptz not null,
    read_at timestamptz,
    unread int not null default 0 check (unread >= 0),
    -- Up to which message a letter has told of it.
    told_at timestamptz,
    primary key (community_id, conversation_id, member_id),
    foreign key (community_id, conversation_id) references conversation (community_id, id),
    foreign key (community_id, member_id) references member (community_id, id)
);
create index conversation_of_member on conversation_member (community_id, member_id, last_message_at desc, conversation_id desc);
alter table conversation_member enable row level security;
alter table conversation_member force row level security;
create policy own on conversation_member for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on conversation_member to maillon_app;

create table message (
    community_id uuid not null references community (id),
    id uuid not null,
    conversation_id uuid not null,
    author_id uuid not null,
    body text not null check (length(body) between 1 and 4000),
    sent_at timestamptz not null,
    primary key (community_id, id),
    foreign key (community_id, conversation_id) references conversation (community_id, id),
    foreign key (community_id, author_id) references member (community_id, id)
);
create index message_in_order on message (community_id, conversation_id, sent_at desc, id desc);
alter table message enable row level security;
alter table message force row level security;
create policy own on message for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert on message to maillon_app;
