create table member (
    community_id uuid not null references community (id),
    id uuid not null,
    account_id uuid not null references account (id),
    -- Dense number inside the community, given once: the member's vertex in the trust graph.
    number int not null,
    name text not null check (length(name) between 1 and 60),
    about text not null default '' check (length(about) <= 500),
    town text not null default '' check (length(town) <= 80),
    standing text not null check (standing in ('applicant', 'guest', 'member', 'under_review', 'suspended', 'expelled', 'left')),
    role text not null default 'none' check (role in ('none', 'editor', 'steward', 'owner')),
    founder boolean not null default false,
    language text not null check (language in ('fr', 'en')),
    timezone text not null,
    applied_at timestamptz not null,
    charter_accepted_at timestamptz,
    -- When they became a member; seniority counts from here.
    joined_at timestamptz,
    ended_at timestamptz,
    -- Personal link: its seal covers this number, so that raising it makes older links worthless.
    link_generation int not null default 1,
    digest text not null default 'weekly' check (digest in ('never', 'weekly')),
    digest_hour int not null default 8 check (digest_hour between 0 and 23),
    message_letters boolean not null default true,
    sponsorship_letters boolean not null default true,
    listing_letters boolean not null default true,
    primary key (community_id, id),
    constraint member_once_per_account unique (community_id, account_id),
    unique (community_id, number)
);
create index member_by_account on member (account_id);
create index member_by_standing on member (community_id, standing, applied_at desc, id desc);
alter table member enable row level security;
alter table member force row level security;
create policy own on member for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on member to maillon_app;

create table sign_in (
    community_id uuid not null references community (id),
    id uuid not null,
    email text not null,
    link_hash bytea not null,
    code_hash bytea not null,
    browser_hash bytea not null,
    return_to text not null default '/',
    -- The host that was asked on: the browser's nonce lives in a cookie of that host alone.
    host text not null default '',
    language text not null,
    attempts int not null default 0,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (community_id, id)
);
create index sign_in_by_link on sign_in (community_id, link_hash);
create index sign_in_by_email on sign_in (community_id, email, created_at desc);
alter table sign_in enable row level security;
alter table sign_in force row level security;
create policy own on sign_in for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on sign_in to maillon_app;

create table session (
    community_id uuid not null references community (id),
    id uuid not null,
    account_id uuid not null references account (id),
    token_hash bytea not null,
    user_agent text not null default '' check (length(user_agent) <= 300),
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    primary key (community_id, id),
    unique (community_id, token_hash)
);
create index session_by_account on session (community_id, account_id);
alter table session enable row level security;
alter table session force row level security;
create policy own on session for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on session to maillon_app;

-- What happened to whom, by whom, and why: the community's journal (append-only).
create table journal (
    community_id uuid not null references community (id),
    id uuid not null,
    at timestamptz not null,
    actor_id uuid,
    subject_id uuid,
    act text not null,
    detail jsonb not null default '{}',
    primary key (community_id, id),
    foreign key (community_id, actor_id) references member (community_id, id),
    foreign key (community_id, subject_id) references member (community_id, id)
);
create index journal_by_subject on journal (community_id, subject_id, at desc);
alter table journal enable row level security;
alter table journal force row level security;
create policy own on journal for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert on journal to maillon_app;
