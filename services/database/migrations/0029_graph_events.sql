-- Every change of the graph stands in the trust history, so that a process which keeps the graph reads what it has missed instead
-- of everything again (decision 20). Written here and not in the code, as the version is (0011): no writer can forget it.
-- A change of the graph is `{"graph": …}`: `members` as [number, founder, standing, day joined, day ended], `begun` as [sponsor, member,
-- endorsement, day], `ended` as [sponsor, member], each as it is afterwards; or `again`: what happened cannot be told so, load it all.
alter table trust_event
    -- Triggers know no clock of ours: the word beside such a change says when.
    alter column at drop not null,
    -- The number among the changes of the graph. No gaps, but before this migration and where somebody writes behind the triggers.
    add column graph_version bigint,
    -- How many members and sponsorships it speaks of.
    add column changes int,
    -- Which transaction wrote it: a decision must not take for certain what it may itself take back.
    add column xact bigint,
    add constraint trust_event_of_the_graph_or_not check (num_nonnulls(graph_version, changes, xact) in (0, 3)),
    add constraint trust_event_has_its_time check (at is not null or graph_version is not null);
create unique index trust_event_by_graph_version on trust_event (community_id, graph_version) where graph_version is not null;

-- Who came lately: members of yesterday are those of today without these.
create index member_by_arrival on member (community_id, joined_at) where joined_at is not null;

create function day_of(moment timestamptz) returns int
language sql immutable parallel safe
set search_path = pg_catalog
as $$ select (moment at time zone 'UTC')::date - date '1970-01-01' $$;

-- The next change of a community's graph. Whoever writes holds the head's row before.
create function graph_changed(tenant uuid, change jsonb, amount int) returns void
language sql
set search_path = pg_catalog, public
as $$
    with head as (
        update public.trust_head set seq = seq + 1, graph_version = graph_version + 1 where community_id = tenant
        returning seq, graph_version
    )
    insert into public.trust_event (community_id, seq, event, graph_version, changes, xact)
    select tenant, head.seq, jsonb_build_object('graph', change), head.graph_version, amount, pg_current_xact_id()::text::bigint
    from head
$$;

create or replace function graph_moved() returns trigger
language plpgsql
set search_path = pg_catalog, public
as $$
declare
    change jsonb;
begin
    if tg_table_name = 'member' then
        if old.number = new.number then
            change := jsonb_build_object('members', jsonb_build_array(jsonb_build_array(
                new.number, new.founder, new.standing, public.day_of(new.joined_at), public.day_of(new.ended_at))));
        end if;
    elsif (old.sponsor_id, old.applicant_id) = (new.sponsor_id, new.applicant_id) then
        -- What carries now between these two, not what became of this row: a pair may have older ones.
        select case
                when e.id is null then jsonb_build_object('ended', jsonb_build_array(jsonb_build_array(s.number, a.number)))
                else jsonb_build_object('begun', jsonb_build_array(jsonb_build_array(
                    s.number, a.number, e.kind = 'endorsement', public.day_of(e.active_at))))
            end
        into change
        from public.member s
        join public.member a on a.community_id = s.community_id and a.id = new.applicant_id
        left join public.sponsorship e on e.community_id = s.community_id and e.sponsor_id = s.id and e.applicant_id = a.id
            and e.state = 'given' and e.active_at is not null
        where s.community_id = new.community_id and s.id = new.sponsor_id;
    end if;
    perform public.graph_changed(new.community_id, coalesce(change, '{"again": true}'), 1);
    return null;
end
$$;

create or replace function graph_grew() returns trigger
language plpgsql
set search_path = pg_catalog, public
as $$
begin
    if tg_table_name = 'member' then
        perform public.graph_changed(f.community_id, jsonb_build_object('members', f.members), f.amount)
        from (
            select community_id, count(*)::int as amount, jsonb_agg(jsonb_build_array(
                number, founder, standing, public.day_of(joined_at), public.day_of(ended_at)) order by number) as members
            from fresh where standing not in ('applicant', 'guest') group by community_id
        ) f;
    else
        perform public.graph_changed(f.community_id, jsonb_build_object('begun', f.begun), f.amount)
        from (
            select e.community_id, count(*)::int as amount, jsonb_agg(jsonb_build_array(
                s.number, a.number, e.kind = 'endorsement', public.day_of(e.active_at))) as begun
            from fresh e
            join public.member s on s.community_id = e.community_id and s.id = e.sponsor_id
            join public.member a on a.community_id = e.community_id and a.id = e.applicant_id
            where e.state = 'given' and e.active_at is not null group by e.community_id
        ) f;
    end if;
    return null;
end
$$;
