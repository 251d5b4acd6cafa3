-- Looking after a group: who was put out of one, and to whom one is offered (decision 49).

create table circle_put_out (
    community_id uuid not null references community (id),
    circle_id uuid not null,
    member_id uuid not null,
    -- Its keeper, or one of the team.
    put_out_by uuid not null,
    reason text not null check (length(reason) between 1 and 500),
    put_out_at timestamptz not null,
    primary key (community_id, circle_id, member_id),
    foreign key (community_id, circle_id) references circle (community_id, id),
    foreign key (community_id, member_id) references member (community_id, id),
    foreign key (community_id, put_out_by) references member (community_id, id)
);
create index circle_put_out_of_member on circle_put_out (community_id, member_id);
create index circle_put_out_at on circle_put_out (community_id, put_out_at);
alter table circle_put_out enable row level security;
alter table circle_put_out force row level security;
create policy own on circle_put_out for all to maillon_app
    using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on circle_put_out to maillon_app;
select removable('circle_put_out');

-- Who is asked to keep a group from now on: one person at a time.
create table circle_offer (
    community_id uuid not null references community (id),
    circle_id uuid not null,
    member_id uuid not null,
    offered_at timestamptz not null,
    primary key (community_id, circle_id),
    foreign key (community_id, circle_id) references circle (community_id, id),
    foreign key (community_id, member_id) references member (community_id, id)
);
create index circle_offer_to_member on circle_offer (community_id, member_id);
alter table circle_offer enable row level security;
alter table circle_offer force row level security;
create policy own on circle_offer for all to maillon_app
    using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on circle_offer to maillon_app;
select removable('circle_offer');
