-- One request of somebody who waits to come in: it is a listing that a steward looks at before anybody else reads it.

alter table listing drop constraint listing_state_check;
alter table listing add constraint listing_state_check
    check (state in ('checking', 'returned', 'open', 'fulfilled', 'closed', 'expired'));
alter table listing
    -- When its author, who waits, gave it to the team to look at, the last time; never set where a member wrote it.
    add column sent_at timestamptz,
    -- When the team let it through, the last time. Both are cleared once its author is in, or gone.
    add column let_through_at timestamptz,
    -- Why the team sent it back, in words for its author.
    add column return_reason text not null default '' check (length(return_reason) <= 500),
    add constraint listing_sent check (state not in ('checking', 'returned') or sent_at is not null);
create index listing_to_check on listing (community_id, sent_at, id) where state = 'checking';
-- Ever one of somebody who waits: whatever the code forgets.
create unique index listing_one_of_a_guest on listing (community_id, author_id)
    where sent_at is not null and state in ('checking', 'returned', 'open');

-- Whether a listing is shown to those inside. No search path is pinned: so PostgreSQL writes it out where it is used.
create function listing_is_shown(state text, author_standing text, let_through_at timestamptz) returns boolean
language sql immutable parallel safe
as $$
    select state not in ('checking', 'returned') and (
        author_standing in ('member', 'under_review')
        or (author_standing in ('applicant', 'guest') and let_through_at is not null)
    )
$$;

-- Whether somebody takes part in a conversation: inside, or waiting and asked about their own request.
create function may_converse(standing text, is_author boolean, let_through_at timestamptz) returns boolean
language sql immutable parallel safe
as $$
    select standing in ('member', 'under_review')
        or (standing in ('applicant', 'guest') and is_author and let_through_at is not null)
$$;
