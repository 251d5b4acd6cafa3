-- Who shares a household, by people's own word or a steward's written reason: accounts of one household are one voice (decision 35).
create table household (
    community_id uuid not null references community (id),
    id uuid not null,
    -- The two, the lesser id first: one tie between two people at a time.
    member_id uuid not null,
    other_id uuid not null,
    -- Who said so first: one of the two, or a steward.
    said_by uuid,
    -- A steward's; empty where the two said so themselves.
    reason text not null default '' check (length(reason) <= 500),
    said_at timestamptz not null,
    -- Both have said so, or a steward has: it counts from `began_at` on, unless it touches so many that a steward looks first.
    agreed_at timestamptz,
    began_at timestamptz,
    -- One of them has said that it is over; it is so from `ending_at` on, unless stewards object.
    ended_by uuid,
    ending_at timestamptz,
    ended_at timestamptz,
    primary key (community_id, id),
    foreign key (community_id, member_id) references member (community_id, id),
    foreign key (community_id, other_id) references member (community_id, id),
    foreign key (community_id, said_by) references member (community_id, id),
    foreign key (community_id, ended_by) references member (community_id, id),
    constraint household_of_two check (member_id < other_id),
    constraint household_in_order check (began_at is null or agreed_at is not null)
);
create unique index household_once on household (community_id, member_id, other_id) where ended_at is null;
create index household_of_member on household (community_id, member_id, said_at desc);
create index household_of_other on household (community_id, other_id, said_at desc);
create index household_said_by on household (community_id, said_by) where said_by is not null;
create index household_ended_by on household (community_id, ended_by) where ended_by is not null;
create index household_ended on household (community_id, ended_at) where ended_at is not null;
alter table household enable row level security;
alter table household force row level security;
create policy own on household for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on household to maillon_app;
select removable('household');

-- It changes the graph when it begins to count and when it ends: `together` and `apart` as [number, number] (migration 0029).
create function household_moved() returns trigger
language plpgsql
set search_path = pg_catalog, public
as $$
declare
    counts boolean := new.began_at is not null and new.ended_at is null;
    counted boolean := tg_op = 'UPDATE' and old.began_at is not null and old.ended_at is null;
begin
    if counts is distinct from counted then
        perform public.graph_changed(new.community_id, jsonb_build_object(
            case when counts then 'together' else 'apart' end,
            jsonb_build_array(jsonb_build_array(m.number, o.number))), 1)
        from public.member m, public.member o
        where m.community_id = new.community_id and m.id = new.member_id
            and o.community_id = new.community_id and o.id = new.other_id;
    end if;
    return null;
end
$$;
create trigger household_moved after insert or update of began_at, ended_at on household for each row execute function household_moved();
