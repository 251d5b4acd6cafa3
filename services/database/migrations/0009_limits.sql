-- Letters caused to an address lately, over all communities and all kinds of letter. Addresses, browsers and networks stand
-- here under the installation's seal, for an hour. Without a tenant: an address is one mailbox, whoever writes to it.
create table address_letter (
    address_mark text not null,
    -- Asked for by a browser that has been signed in as this address before.
    known boolean not null,
    asker_mark text not null,
    network_mark text not null,
    at timestamptz not null
);
create index address_letter_lately on address_letter (address_mark, at desc);
create index address_letter_old on address_letter (at);
-- `update` is what "for update skip locked" asks for when old rows are swept.
grant select, insert, update, delete on address_letter to maillon_app;

-- Why nothing goes to an address: 'complaint' stops everything but security letters, 'dead' stops everything for a while,
-- 'doubtful' stops nothing yet (refused without a reason that speaks of the address).
alter table suppressed_address
    add column kind text not null default 'dead' constraint suppressed_address_kind check (kind in ('complaint', 'dead', 'doubtful')),
    add column strikes int not null default 1;
grant delete on suppressed_address to maillon_app;

-- What a token is good for, and until when. Tokens made before go on as they were.
alter table platform_token
    add column scopes text[] not null default '{launch,import,bounces,figures}'
        constraint platform_token_scopes check (cardinality(scopes) >= 1 and scopes <@ array['launch', 'import', 'bounces', 'figures']),
    add column expires_at timestamptz;

-- Who launched a community: an account, a token, or (neither) whoever sat at the command line. Without a tenant: launches of one
-- account are counted over all communities.
create table launch (
    launched uuid primary key references community (id),
    account_id uuid references account (id),
    token_id uuid references platform_token (id),
    at timestamptz not null,
    constraint launch_by_one check (account_id is null or token_id is null)
);
create index launch_by_account on launch (account_id, at desc) where account_id is not null;
grant select, insert on launch to maillon_app;

-- Host names that a community wishes to have and nobody has vouched for: they lead nowhere and take the name from nobody.
create table host_wish (
    community_id uuid not null references community (id),
    host text not null check (host = lower(host) and length(host) between 1 and 253),
    -- Its place in the operator's list.
    id uuid not null,
    asked_at timestamptz not null,
    primary key (community_id, host)
);
create index host_wish_latest on host_wish (asked_at desc, id desc);
alter table host_wish enable row level security;
alter table host_wish force row level security;
create policy own on host_wish for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
create policy figures on host_wish for select to maillon_platform using (true);
grant select, insert, delete on host_wish to maillon_app;
grant select on host_wish to maillon_platform;

-- What a member wrote in the last day is counted.
create index message_by_author on message (community_id, author_id, sent_at desc);
create index conversation_by_starter on conversation (community_id, starter_id, created_at desc);
