-- Groups: a circle of members inside a community, for whom alone a listing can be (decision 49).
create table circle (
    community_id uuid not null references community (id),
    id uuid not null,
    name text not null check (length(name) between 1 and 60),
    -- The name in small letters: of those that are open no two are called alike.
    folded text not null,
    -- What it is for.
    purpose text not null check (length(purpose) between 1 and 300),
    -- Whether every member comes in at once, or asks whoever keeps it.
    joining text not null check (joining in ('at_once', 'asking')),
    state text not null check (state in ('asked', 'open', 'declined', 'closed')),
    -- Who asked for it and looks after it; another one once it was handed over.
    keeper_id uuid not null,
    asked_at timestamptz not null,
    -- Who granted or declined it, when, and why not.
    decided_by uuid,
    decided_at timestamptz,
    reason text not null default '' check (length(reason) <= 500),
    closed_at timestamptz,
    primary key (community_id, id),
    foreign key (community_id, keeper_id) references member (community_id, id),
    foreign key (community_id, decided_by) references member (community_id, id),
    constraint circle_decided check ((state = 'asked') = (decided_at is null)),
    constraint circle_over check ((state = 'closed') = (closed_at is not null))
);
create unique index circle_called on circle (community_id, folded) where state = 'open';
-- One member waits for one answer at a time.
create unique index circle_asked_once on circle (community_id, keeper_id) where state = 'asked';
create index circle_of_state on circle (community_id, state, asked_at desc, id desc);
create index circle_of_keeper on circle (community_id, keeper_id);
alter table circle enable row level security;
alter table circle force row level security;
create policy own on circle for all to maillon_app
    using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on circle to maillon_app;
select removable('circle');

create table circle_member (
    community_id uuid not null references community (id),
    circle_id uuid not null,
    member_id uuid not null,
    asked_at timestamptz not null,
    -- Nothing while they wait to be let in.
    joined_at timestamptz,
    primary key (community_id, circle_id, member_id),
    foreign key (community_id, circle_id) references circle (community_id, id),
    foreign key (community_id, member_id) references member (community_id, id)
);
create index circle_member_of_member on circle_member (community_id, member_id);
create index circle_member_in_order on circle_member (community_id, circle_id, joined_at, member_id);
alter table circle_member enable row level security;
alter table circle_member force row level security;
create policy own on circle_member for all to maillon_app
    using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on circle_member to maillon_app;
select removable('circle_member');

-- Where a notification about a group leads.
alter table notification add column circle_id uuid;

alter table listing add column circle_id uuid;
alter table listing add foreign key (community_id, circle_id) references circle (community_id, id);
alter table listing drop constraint listing_audience_check;
alter table listing add constraint listing_audience_check
    check (audience in ('everyone', 'friends', 'group', 'stewards', 'stewards_may', 'stewards_then'));
alter table listing add constraint listing_for_its_group check ((audience = 'group') = (circle_id is not null));
create index listing_of_circle on listing (community_id, circle_id, created_at desc, id desc) where circle_id is not null;

-- As before (decision 46), and: of one for a group, whoever is in that group at this moment, and inside.
create function listing_reaches(its_community uuid, its_id uuid, its_author uuid, its_audience text, its_circle uuid, reader uuid)
returns boolean
language plpgsql stable parallel safe cost 1
as $$
begin
    if its_author = reader then
        return true;
    elsif its_audience = 'friends' and public.are_close(its_community, its_author, reader) then
        return true;
    elsif its_audience = 'group' and exists (
        select from public.circle_member c
        join public.member m on m.community_id = its_community and m.id = c.member_id and m.standing in ('member', 'under_review')
        where c.community_id = its_community and c.circle_id = its_circle and c.member_id = reader and c.joined_at is not null
    ) then
        return true;
    elsif exists (
        select from public.conversation c where c.community_id = its_community and c.listing_id = its_id and c.starter_id = reader
    ) then
        return true;
    elsif exists (
        select from public.outing_place p where p.community_id = its_community and p.listing_id = its_id and p.member_id = reader
    ) then
        return true;
    elsif exists (
        select from public.mandate x where x.community_id = its_community and x.listing_id = its_id and x.member_id = reader
    ) then
        return true;
    elsif exists (
        -- Taken over: its proxy, and whoever wrote to them.
        select from public.mandate x
        where x.community_id = its_community and x.taken_as = its_id and (
            x.proxy_id = reader
            or exists (
                select from public.conversation c
                where c.community_id = its_community and c.listing_id = x.listing_id and c.starter_id = reader
            )
        )
    ) then
        return true;
    end if;
    return exists (
        select from public.member m
        where m.community_id = its_community and m.id = reader and m.role in ('owner', 'steward') and m.standing = 'member'
    );
end
$$;

create function listing_reaches_reader(its_community uuid, its_id uuid, its_author uuid, its_audience text, its_circle uuid)
returns boolean
language plpgsql stable parallel safe cost 1
as $$
declare
    reader text := current_setting('app.reader', true);
begin
    if reader = 'everything' then
        return true;
    elsif coalesce(reader, '') = '' then
        return false;
    end if;
    return public.listing_reaches(its_community, its_id, its_author, its_audience, its_circle, reader::uuid);
end
$$;

alter policy own on listing
    using (
        community_id = current_community()
        and (audience = 'everyone' or listing_reaches_reader(community_id, id, author_id, audience, circle_id))
    )
    with check (community_id = current_community());

drop function listing_reaches_reader(uuid, uuid, uuid, text);
drop function listing_reaches(uuid, uuid, uuid, text, uuid);
