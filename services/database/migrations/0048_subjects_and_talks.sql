-- The subject of a letter names people ("Anne vouches for you"), and stayed in the lines of those who got it when its person was erased
-- (bar P3). Nobody reads it here: nothing writes it any more. The column stays for an older program that still runs beside this one.
alter table letter alter column subject set default '';
update letter set subject = '' where subject <> '';

-- Whether somebody takes part in a conversation: inside, or waiting and asked about a request of their own (`listing.sent_at`). Nobody could
-- answer that before the team had let it through; closed while it was read anew, it loses `let_through_at`, and what was begun goes on.
drop function may_converse(text, boolean, timestamptz);
create function may_converse(standing text, is_author boolean, sent_at timestamptz) returns boolean
language sql immutable parallel safe
as $$
    select standing in ('member', 'under_review') or (standing in ('applicant', 'guest') and is_author and sent_at is not null)
$$;
