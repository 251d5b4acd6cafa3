-- Whoever vouches answers for it, by degrees: each dated, reasoned, taken back when it was wrong.
create table measure (
    community_id uuid not null references community (id),
    id uuid not null,
    member_id uuid not null,
    degree text not null check (degree in ('warning', 'pause', 'smaller', 'strike')),
    -- The departure it follows from; null where a steward took it by itself.
    departure_id uuid,
    reason text not null default '' check (length(reason) <= 500),
    given_by uuid,
    given_at timestamptz not null,
    -- Its last moment; a warning has none.
    until_at timestamptz,
    lifted_at timestamptz,
    lifted_by uuid,
    primary key (community_id, id),
    foreign key (community_id, member_id) references member (community_id, id),
    foreign key (community_id, departure_id) references departure (community_id, id),
    foreign key (community_id, given_by) references member (community_id, id),
    foreign key (community_id, lifted_by) references member (community_id, id),
    constraint measure_has_an_end check ((degree = 'warning') = (until_at is null))
);
create index measure_of_member on measure (community_id, member_id, given_at desc);
create index measure_of_departure on measure (community_id, departure_id) where departure_id is not null;
alter table measure enable row level security;
alter table measure force row level security;
create policy own on measure for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on measure to maillon_app;
select removable('measure');

-- A second strike is looked at by people; no new word mends that.
alter table review add column kind text not null default 'paths' check (kind in ('paths', 'strikes'));

alter table appeal add column measure_id uuid,
    add foreign key (community_id, measure_id) references measure (community_id, id),
    add constraint appeal_once_a_measure unique (community_id, measure_id),
    drop constraint appeal_of_one,
    add constraint appeal_of_one check (num_nonnulls(departure_id, review_id, measure_id) = 1);
