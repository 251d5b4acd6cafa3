-- Asking for somebody else, in their name: who asks is the listing's author, and says for whom (decision 44).

alter table listing drop constraint listing_state_check;
alter table listing add constraint listing_state_check
    check (state in ('checking', 'returned', 'agreeing', 'declined', 'open', 'fulfilled', 'closed', 'expired'));

-- Nobody reads a request in a member's name before that member has agreed, nor ever where they did not.
create or replace function listing_is_shown(state text, author_standing text, let_through_at timestamptz) returns boolean
language sql immutable parallel safe
as $$
    select state not in ('checking', 'returned', 'agreeing', 'declined') and (
        author_standing in ('member', 'under_review')
        or (author_standing in ('applicant', 'guest') and let_through_at is not null)
    )
$$;

create table mandate (
    community_id uuid not null references community (id),
    listing_id uuid not null,
    -- Who asks.
    proxy_id uuid not null,
    -- For whom: the first name of somebody who is no member here, and nothing else of them; or, empty, for a member.
    first_name text not null default '' check (length(first_name) <= 80),
    -- The member for whom; or, beside a first name, the one to whom the proxy hands it over.
    member_id uuid,
    -- What they are to the proxy; empty where it is not said.
    relation text not null default '' check (relation in
        ('', 'mother', 'father', 'daughter', 'son', 'grandmother', 'grandfather', 'relative', 'neighbour', 'friend')),
    -- When the proxy said "they asked me to"; of a member: when the member was asked.
    said_at timestamptz not null,
    -- A member's own yes.
    agreed_at timestamptz,
    -- When the proxy handed it over to whoever has become a member; they have not answered yet.
    offered_at timestamptz,
    -- The person, the proxy's leaving, or a take-over ended it.
    ended_at timestamptz,
    -- The listing in which the person goes on by themselves.
    taken_as uuid,
    primary key (community_id, listing_id),
    foreign key (community_id, listing_id) references listing (community_id, id),
    foreign key (community_id, proxy_id) references member (community_id, id),
    foreign key (community_id, member_id) references member (community_id, id),
    foreign key (community_id, taken_as) references listing (community_id, id),
    constraint mandate_for_somebody check (first_name <> '' or member_id is not null),
    constraint mandate_of_two check (member_id <> proxy_id),
    constraint mandate_taken_is_over check (taken_as is null or ended_at is not null)
);
create index mandate_of_proxy on mandate (community_id, proxy_id);
create index mandate_of_member on mandate (community_id, member_id, said_at desc) where member_id is not null;
create unique index mandate_taken on mandate (community_id, taken_as) where taken_as is not null;
-- One member waits for another's answer once at a time: a letter goes with it.
create unique index mandate_asked_once on mandate (community_id, proxy_id, member_id)
    where member_id is not null and agreed_at is null and ended_at is null;
alter table mandate enable row level security;
alter table mandate force row level security;
create policy own on mandate for all to maillon_app
    using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on mandate to maillon_app;
select removable('mandate');

-- Kept here and not in the code, so that no writer can forget it: what nobody agreed to is never shown, however it ends.
create function keep_declined() returns trigger
language plpgsql
set search_path = pg_catalog, public
as $$
begin
    new.state := 'declined';
    return new;
end
$$;
create trigger nobody_agreed before update of state on listing for each row
    when (old.state = 'agreeing' and new.state not in ('agreeing', 'open')) execute function keep_declined();

-- The same: where the request is over, so is the mandate.
create function mandate_is_over() returns trigger
language plpgsql
set search_path = pg_catalog, public
as $$
begin
    update public.mandate set ended_at = coalesce(new.closed_at, new.expires_at)
    where community_id = new.community_id and listing_id = new.id and ended_at is null;
    return null;
end
$$;
create trigger request_is_over after update of state on listing for each row
    when (new.state in ('fulfilled', 'closed', 'declined') and old.state is distinct from new.state) execute function mandate_is_over();
