-- For whom a listing is (decision 46). Whoever it is not for finds no such row, whichever statement asks: the policy says so, not the statements.

alter table listing add column audience text not null default 'everyone' check (audience in
    -- everybody inside; friends of its author's friends; the team, and nobody else ever; the team, which may show it to everybody; the team,
    -- and everybody two days later
    ('everyone', 'friends', 'stewards', 'stewards_may', 'stewards_then'));

-- Whether two members are two vouches away at the most, either way, through somebody inside. Read as it is at this moment: a tie that ends
-- takes what it showed with it. Costs a probe of an index for each tie of the first.
create function are_close(its_community uuid, one uuid, other uuid) returns boolean
language plpgsql stable parallel safe cost 1
as $$
begin
    return exists (
        select from (
            select s.sponsor_id as member_id from public.sponsorship s
            where s.community_id = its_community and s.applicant_id = one and s.state = 'given' and s.active_at is not null
            union all
            select s.applicant_id from public.sponsorship s
            where s.community_id = its_community and s.sponsor_id = one and s.state = 'given' and s.active_at is not null
        ) near
        where near.member_id = other
            or exists (
                select from public.sponsorship s
                where s.community_id = its_community and s.state = 'given' and s.active_at is not null
                    and (s.sponsor_id, s.applicant_id) in ((near.member_id, other), (other, near.member_id))
            ) and exists (
                select from public.member m
                where m.community_id = its_community and m.id = near.member_id and m.standing in ('member', 'under_review')
            )
    );
end
$$;

-- Whether a listing that is not for everybody is for this member: its author, the team, who takes part in it already, and of one for friends of
-- friends whoever is close to its author. One question after the other, since most are answered by the first. No search path is pinned, which
-- would be set anew for each listing: every table is named with its schema instead.
create function listing_reaches(its_community uuid, its_id uuid, its_author uuid, its_audience text, reader uuid) returns boolean
language plpgsql stable parallel safe cost 1
as $$
begin
    if its_author = reader then
        return true;
    elsif its_audience = 'friends' and public.are_close(its_community, its_author, reader) then
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

-- The same for whom the transaction reads: somebody who reads everything, a member, or nobody in particular.
create function listing_reaches_reader(its_community uuid, its_id uuid, its_author uuid, its_audience text) returns boolean
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
    return public.listing_reaches(its_community, its_id, its_author, its_audience, reader::uuid);
end
$$;

-- Its first half is almost always true, and PostgreSQL asks no further: what is for everybody costs one comparison of two short texts.
alter policy own on listing
    using (
        community_id = current_community()
        and (audience = 'everyone' or listing_reaches_reader(community_id, id, author_id, audience))
    )
    with check (community_id = current_community());
