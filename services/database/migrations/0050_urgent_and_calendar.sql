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
