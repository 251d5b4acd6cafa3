-- Every row that leads to a person ($2 the member, $3 their account), with the link by which it does. Which of its columns are in
-- the copy is the data map's to say.
select 'account.id' as "source!", to_jsonb(t) as "row!" from account t where t.id = $3
union all
select 'admission.member_id', to_jsonb(t) from admission t where t.community_id = $1 and t.member_id = $2
union all
select 'appeal.member_id', to_jsonb(t) from appeal t where t.community_id = $1 and t.member_id = $2
union all
select 'application.member_id', to_jsonb(t) from application t where t.community_id = $1 and t.member_id = $2
union all
select 'bulletin.author_id', to_jsonb(t) from bulletin t where t.community_id = $1 and t.author_id = $2
union all
select 'circle.keeper_id', to_jsonb(t) from circle t where t.community_id = $1 and t.keeper_id = $2
union all
select 'circle_member.member_id', to_jsonb(t) from circle_member t where t.community_id = $1 and t.member_id = $2
union all
select 'circle_offer.member_id', to_jsonb(t) from circle_offer t where t.community_id = $1 and t.member_id = $2
union all
select 'circle_put_out.member_id', to_jsonb(t) from circle_put_out t where t.community_id = $1 and t.member_id = $2
union all
select 'conversation_member.member_id', to_jsonb(t) from conversation_member t where t.community_id = $1 and t.member_id = $2
union all
select 'departure.member_id', to_jsonb(t) from departure t where t.community_id = $1 and t.member_id = $2 and t.state = 'done'
union all
select 'digest.member_id', to_jsonb(t) from digest t where t.community_id = $1 and t.member_id = $2
union all
select 'household.member_id', to_jsonb(t) from household t where t.community_id = $1 and t.member_id = $2
union all
select 'household.other_id', to_jsonb(t) from household t where t.community_id = $1 and t.other_id = $2
union all
select 'invitation.sponsor_id', to_jsonb(t) from invitation t where t.community_id = $1 and t.sponsor_id = $2
union all
select 'journal.actor_id', to_jsonb(t) from journal t where t.community_id = $1 and t.actor_id = $2
union all
select 'journal.subject_id', to_jsonb(t) from journal t where t.community_id = $1 and t.subject_id = $2
union all
select 'launch.account_id', to_jsonb(t) from launch t where t.account_id = $3
union all
select 'letter.member_id', to_jsonb(t) from letter t where t.community_id = $1 and t.member_id = $2
union all
select 'listing.author_id', to_jsonb(t) from listing t where t.community_id = $1 and t.author_id = $2
union all
select 'listing_draft.author_id', to_jsonb(t) from listing_draft t where t.community_id = $1 and t.author_id = $2
union all
select 'calendar_feed.member_id', to_jsonb(t) from calendar_feed t where t.community_id = $1 and t.member_id = $2
union all
select 'outing_place.member_id', to_jsonb(t) from outing_place t where t.community_id = $1 and t.member_id = $2
union all
select 'listing_match.member_id', to_jsonb(t) from listing_match t where t.community_id = $1 and t.member_id = $2
union all
select 'listing_photo.owner_id', to_jsonb(t) from listing_photo t where t.community_id = $1 and t.owner_id = $2
union all
select 'listing_seen.member_id', to_jsonb(t) from listing_seen t where t.community_id = $1 and t.member_id = $2
union all
select 'meeting.applicant_id', to_jsonb(t) from meeting t where t.community_id = $1 and t.applicant_id = $2
union all
select 'meeting.host_id', to_jsonb(t) from meeting t where t.community_id = $1 and t.host_id = $2
union all
select 'meeting_line.author_id', to_jsonb(t) from meeting_line t where t.community_id = $1 and t.author_id = $2
union all
select 'meeting_turn.host_id', to_jsonb(t) from meeting_turn t where t.community_id = $1 and t.host_id = $2
union all
select 'mandate.member_id', to_jsonb(t) from mandate t where t.community_id = $1 and t.member_id = $2
union all
select 'mandate.proxy_id', to_jsonb(t) from mandate t where t.community_id = $1 and t.proxy_id = $2
union all
select 'measure.member_id', to_jsonb(t) from measure t where t.community_id = $1 and t.member_id = $2
union all
select 'member.id', to_jsonb(t) from member t where t.community_id = $1 and t.id = $2
union all
select 'member_place.member_id', to_jsonb(t) from member_place t where t.community_id = $1 and t.member_id = $2
union all
select 'saved_search.member_id', to_jsonb(t) from saved_search t where t.community_id = $1 and t.member_id = $2
union all
select 'message.author_id', to_jsonb(t) from message t where t.community_id = $1 and t.author_id = $2
union all
select 'notification.member_id', to_jsonb(t) from notification t where t.community_id = $1 and t.member_id = $2
union all
select 'passkey.account_id', to_jsonb(t) from passkey t where t.account_id = $3
union all
select 'reservation.applicant_id', to_jsonb(t) from reservation t where t.community_id = $1 and t.applicant_id = $2
union all
select 'reservation.confided_by', to_jsonb(t) from reservation t where t.community_id = $1 and t.confided_by = $2
union all
select 'reservation_voice.steward_id', to_jsonb(t) from reservation_voice t where t.community_id = $1 and t.steward_id = $2
union all
select 'review.member_id', to_jsonb(t) from review t where t.community_id = $1 and t.member_id = $2
union all
select 'rota.member_id', to_jsonb(t) from rota t where t.community_id = $1 and t.member_id = $2
union all
select 'session.account_id', to_jsonb(t) from session t where t.community_id = $1 and t.account_id = $3
union all
-- A no is private: to whoever asked it looks like a request that found no answer, here as on every page.
select 'sponsorship.applicant_id',
    to_jsonb(t) || case when t.taken_back_at is not null then '{"state": "withdrawn"}'::jsonb
                        when t.state in ('declined', 'expired') then '{"state": "requested"}'::jsonb else '{}'::jsonb end
from sponsorship t where t.community_id = $1 and t.applicant_id = $2
union all
select 'sponsorship.sponsor_id', to_jsonb(t) from sponsorship t where t.community_id = $1 and t.sponsor_id = $2
union all
select 'suppressed_address.email', to_jsonb(t) from suppressed_address t where t.email = (select email from account where id = $3)
