-- How long an application lives, and what its applicant was told of its end. One row for whoever waits, or waited until its time was over.
create table application (
    community_id uuid not null references community (id),
    member_id uuid not null,
    -- Which application: whoever applies anew begins anew.
    applied_at timestamptz not null,
    -- From then on it is closed, unless it is renewed before.
    ends_at timestamptz not null,
    renewed_at timestamptz,
    -- Told that it ends: fourteen days before, and three.
    told_early_at timestamptz,
    told_late_at timestamptz,
    closed_at timestamptz,
    primary key (community_id, member_id),
    foreign key (community_id, member_id) references member (community_id, id)
);
create index application_ends on application (community_id, ends_at) where closed_at is null;
alter table application enable row level security;
alter table application force row level security;
create policy own on application for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on application to maillon_app;
select removable('application');
