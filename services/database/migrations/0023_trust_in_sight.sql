-- Whether somebody may be named to others as one of those between them ("how you are linked"). Nobody is, unless they said so.
alter table member add column named_in_chains boolean not null default false;

-- How healthy a community is, measured by a job: one row a month, which the days of that month write anew. Counts only, but for
-- what the newest row tells of single members (by their numbers in the web of trust), which goes when a new month begins.
create table trust_gauge (
    community_id uuid not null references community (id),
    -- The first of the month, in UTC.
    month date not null check (extract(day from month) = 1),
    measured_at timestamptz not null,
    standing integer not null check (standing >= 0),
    sound integer not null check (sound between 0 and standing),
    undetermined integer not null check (undetermined between 0 and standing),
    roots integer not null check (roots between 0 and standing),
    need integer not null check (need > 0),
    -- The monthly audit by capacities: how many members a flow of limited capacity accepts.
    audited_at timestamptz not null,
    accepted integer not null check (accepted >= 0),
    detail jsonb,
    primary key (community_id, month)
);
alter table trust_gauge enable row level security;
alter table trust_gauge force row level security;
create policy own on trust_gauge for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on trust_gauge to maillon_app;
select removable('trust_gauge');

-- The history of the admission policy is read out of the journal.
create index journal_of_policy on journal (community_id, at desc, id desc) where act = 'policy_changed';
-- The funnel counts what was asked lately.
create index sponsorship_asked_lately on sponsorship (community_id, requested_at) where via <> 'import';
