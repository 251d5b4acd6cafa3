-- A member's copy of everything about them: one at a time, for some days.
create table data_copy (
    community_id uuid not null references community (id),
    member_id uuid not null,
    asked_at timestamptz not null,
    -- Both null until the job has made it.
    made_at timestamptz,
    content jsonb,
    expires_at timestamptz not null,
    primary key (community_id, member_id),
    foreign key (community_id, member_id) references member (community_id, id)
);
alter table data_copy enable row level security;
alter table data_copy force row level security;
create policy own on data_copy for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on data_copy to maillon_app;

-- Who asked to be erased, and when it was done. Ids only: it is what makes a restored backup erase again.
create table erasure (
    community_id uuid not null references community (id),
    member_id uuid not null,
    asked_at timestamptz not null,
    erased_at timestamptz,
    primary key (community_id, member_id),
    foreign key (community_id, member_id) references member (community_id, id)
);
alter table erasure enable row level security;
alter table erasure force row level security;
create policy own on erasure for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on erasure to maillon_app;

-- What an erasure needs beyond what requests do. Columns, not tables, wherever a row stays.
grant update (body) on message to maillon_app;
grant update (reason) on admission to maillon_app;
grant update (recipient, subject, answer) on letter to maillon_app;
grant update (account_id) on launch to maillon_app;
grant delete on notification, import_key, listing_seen to maillon_app;
create index notification_about_listing on notification (community_id, listing_id) where listing_id is not null;
create index letter_of_member on letter (community_id, member_id);
