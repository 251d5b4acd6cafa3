-- For whom a listing is (decision 46). Whoever it is not for finds no such row, whichever statement asks: the policy says so, not the statements.

alter table listing add column audience text not null default 'everyone' check (audience in
    -- everybody inside; friends of its author's friends; the team, and nobody else ever; the team, which may show it to everybody; the team,
    -- and everybody two days later
    ('everyone', 'friends', 'stewards', 'stewards_may', 'stewards_then'));

-- Whether a listing that is not for everybody is for this member: its author, the team, who takes part in it already, and of one for friends of
-- friends whoever is two vouches away at the most, either way, through somebody inside. Read as it is at this moment: a tie that ends takes the
-- listing with it. Costs a probe of an index for each tie of its author.
create function listing_reaches(its_community uuid, its_id uuid, its_author uuid, its_audience text, reader uuid) returns boolean
language plpgsql stable parallel safe cost 1
set search_path = pg_catalog, public
as $$
begin
    return its_author = reader
        or exists (
            select from member m
            where m.community_id = its_community and m.id = reader and m.role in ('owner', 'steward')
                and m.standing in ('member', 'under_review')
        )
        or exists (select from conversation c where c.community_id = its_community and c.listing_id = its_id and c.starter_id = reader)
        or exists (select from outing_place p where p.community_id = its_community and p.listing_id = its_id and p.member_id = reader)
        or exists (select from mandate x where x.community_id = its_community and x.listing_id = its_id and x.member_id = reader)
        or (its_audience = 'friends' and exists (
            select from (
                select s.sponsor_id as member_id from sponsorship s
                where s.community_id = its_community and s.applicant_id = its_author and s.state = 'given' and s.active_at is not null
                union all
                select s.applicant_id from sponsorship s
                where s.community_id = its_community and s.sponsor_id = its_author and s.state = 'given' and s.active_at is not null
            ) near
            join member m on m.community_id = its_community and m.id = near.member_id
            where m.standing in ('member', 'under_review') and (
                near.member_id = reader
                or exists (
                    select from sponsorship s
                    where s.community_id = its_community and s.sponsor_id = near.member_id and s.applicant_id = reader
                        and s.state = 'given' and s.active_at is not null
                )
                or exists (
                    select from sponsorship s
                    where s.community_id = its_community and s.sponsor_id = reader and s.applicant_id = near.member_id
                        and s.state = 'given' and s.active_at is not null
                )
            )
        ));
end
$$;

-- The same for whom the transaction reads: `house` for a job, a member's id, or nobody in particular.
create function listing_reaches_reader(its_community uuid, its_id uuid, its_author uuid, its_audience text) returns boolean
language plpgsql stable parallel safe cost 1
set search_path = pg_catalog, public
as $$
declare
    reader text := coalesce(current_setting('app.reader', true), '');
begin
    return reader = 'house'
        or (reader <> '' and listing_reaches(its_community, its_id, its_author, its_audience, reader::uuid));
end
$$;

-- Its first half is almost always true, and PostgreSQL asks no further: what is for everybody costs one comparison of two short texts.
alter policy own on listing
    using (
        community_id = current_community()
        and (audience = 'everyone' or listing_reaches_reader(community_id, id, author_id, audience))
    )
    with check (community_id = current_community());
