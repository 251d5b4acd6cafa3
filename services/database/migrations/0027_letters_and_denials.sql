-- Letters to sign in with, and all other letters, have budgets of their own (infra/decisions/0009).
alter table address_letter add column to_sign_in boolean not null default true;

-- What letter an ask caused: one for its browser alone ('own'), one whose link opens in every browser that asks for this address
-- ('shared'), or none because another is on its way.
alter table sign_in add column letter text not null default 'own'
    constraint sign_in_letter check (letter in ('own', 'shared', 'none'));

-- What one person was denied of one kind within a quarter of an hour: the first time stands in the journal at once, the others are
-- counted here, and the count is written into the journal once the quarter is over.
create table denial (
    community_id uuid not null references community (id),
    -- The member, account or program.
    who text not null,
    act text not null,
    -- When the quarter began.
    since timestamptz not null,
    actor_id uuid,
    -- Particulars of the entry: ids and words of ours.
    detail jsonb not null,
    times bigint not null check (times > 0),
    primary key (community_id, who, act, since)
);
create index denial_to_write on denial (community_id, since);
alter table denial enable row level security;
alter table denial force row level security;
create policy own on denial for all to maillon_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on denial to maillon_app;
select removable('denial');
