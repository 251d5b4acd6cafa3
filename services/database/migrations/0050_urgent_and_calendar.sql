-- Requests that are urgent (decision 50), and the end of a calendar's address.

-- An address holds as long as its member is signed in somewhere with what they had when they made it: "sign out everywhere" ends it, in every
-- community, as it ends sessions. A deleted one leaves its number behind, because the next is sealed with the number after it: else the
-- next address would be the deleted one again.
alter table calendar_feed
    add column generation integer,
    alter column token_hash drop not null,
    alter column made_at drop not null,
    add constraint calendar_feed_deleted check (num_nulls(token_hash, made_at) in (0, 2));
update calendar_feed f set generation = a.session_generation
from member m join account a on a.id = m.account_id
where m.community_id = f.community_id and m.id = f.member_id;
delete from calendar_feed where generation is null;
alter table calendar_feed alter column generation set not null;

-- Until when a request is urgent, and when it was marked so: what was marked counts for a week, whatever became of it, and once for ever.
alter table listing
    add column urgent_at timestamptz,
    add column urgent_until timestamptz,
    add constraint listing_urgent check (urgent_until is null or (urgent_at is not null and direction = 'request'));

-- When a letter asked the member for help, because the other listing is urgent.
alter table listing_match add column asked_at timestamptz;

-- Whether a member wants such letters. Whoever has said no to every other letter but the digest has said what they think of letters.
alter table member add column urgent_letters boolean not null default true;
update member set urgent_letters = false
where not (message_letters or sponsorship_letters or listing_letters or search_letters);
