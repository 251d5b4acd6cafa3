-- The graph that pages look at is kept by every process. Its version tells whether what is kept still stands: it moves
-- with whatever the graph shows, and with nothing else. Moved here and not in the code, so that no writer can forget it.
-- Every such writer holds the head's row before (a trust decision's lock), so that this takes no lock out of turn.
alter table trust_head add column graph_version bigint not null default 0;

create function graph_moved() returns trigger
language plpgsql
set search_path = pg_catalog, public
as $$
begin
    update public.trust_head set graph_version = graph_version + 1 where community_id = new.community_id;
    return null;
end
$$;

create function graph_grew() returns trigger
language plpgsql
set search_path = pg_catalog, public
as $$
begin
    if tg_table_name = 'member' then
        update public.trust_head set graph_version = graph_version + 1
        where community_id in (select community_id from fresh where standing not in ('applicant', 'guest'));
    else
        update public.trust_head set graph_version = graph_version + 1
        where community_id in (select community_id from fresh where active_at is not null);
    end if;
    return null;
end
$$;

create trigger member_moves_the_graph after update on member for each row
    when ((old.number, old.founder, old.standing, old.joined_at, old.ended_at)
        is distinct from (new.number, new.founder, new.standing, new.joined_at, new.ended_at))
    execute function graph_moved();
create trigger member_grows_the_graph after insert on member
    referencing new table as fresh for each statement execute function graph_grew();
create trigger sponsorship_moves_the_graph after update on sponsorship for each row
    when ((old.active_at is not null or new.active_at is not null)
        and (old.sponsor_id, old.applicant_id, old.kind, old.state, old.active_at, old.ended_at)
            is distinct from (new.sponsor_id, new.applicant_id, new.kind, new.state, new.active_at, new.ended_at))
    execute function graph_moved();
create trigger sponsorship_grows_the_graph after insert on sponsorship
    referencing new table as fresh for each statement execute function graph_grew();
