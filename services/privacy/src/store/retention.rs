//! What goes when its time is over, a step of each at a time.

use crate::retention::STEP;
use database::{CommunityTx, DatabaseError, tx::PlatformTx};
use kernel::Timestamp;

pub(crate) async fn letters(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "delete from letter where community_id = $1
             and id in (select id from letter where community_id = $1 and at < $2 limit $3)",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// The row stays: whoever was invited by whom is the web of trust's.
pub(crate) async fn invitations(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "update invitation set email = '', sentence = case when used_at is null then '' else sentence end
         where community_id = $1
             and id in (select id from invitation where community_id = $1 and expires_at < $2 and email <> '' limit $3)",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// Requests to addresses that belong to nobody here.
pub(crate) async fn asked_addresses(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "update sponsorship set asked_email = null, state = case when state = 'requested' then 'expired' else state end
         where community_id = $1 and id in (
             select id from sponsorship
             where community_id = $1 and sponsor_id is null and asked_email is not null and expires_at < $2 limit $3
         )",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

pub(crate) async fn notifications(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "delete from notification where community_id = $1
             and id in (select id from notification where community_id = $1 and created_at < $2 limit $3)",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// Whoever has had none for so long begins with what is new this week.
pub(crate) async fn digests(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "delete from digest where community_id = $1
             and id in (select id from digest where community_id = $1 and created_at < $2 limit $3)",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// The place stays, as in an erasure, for the conversations about it.
pub(crate) async fn listings(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "update listing set title = '———', body = '—', town = '', close_reason = '', return_reason = '', urgent_reason = '',
             thanks = ''
         where community_id = $1 and id in (
             select id from listing
             where community_id = $1 and state <> 'open' and coalesce(closed_at, expires_at) < $2 and title <> '———' limit $3
         )",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

pub(crate) async fn seen(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "delete from listing_seen where community_id = $1 and (member_id, listing_id) in (
             select member_id, listing_id from listing_seen where community_id = $1 and seen_at < $2 limit $3
         )",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

pub(crate) async fn matches(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "delete from listing_match where community_id = $1 and id in (
             select id from listing_match where community_id = $1 and found_at < $2 limit $3
         )",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

pub(crate) async fn search_hits(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "delete from saved_search_hit where community_id = $1 and (search_id, listing_id) in (
             select search_id, listing_id from saved_search_hit where community_id = $1 and found_at < $2 limit $3
         )",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

pub(crate) async fn drafts(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "delete from listing_draft where community_id = $1
             and id in (select id from listing_draft where community_id = $1 and kept_at < $2 limit $3)",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// The numbers of the entries that gave them.
pub(crate) async fn notes(tx: &mut CommunityTx, before: Timestamp) -> Result<Vec<i64>, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        "delete from journal_note where community_id = $1 and seq in (
             select n.seq from journal_note n join journal j on j.community_id = n.community_id and j.seq = n.seq
             where n.community_id = $1 and j.at < $2 order by n.seq limit $3
         )
         returning seq",
        community,
        before,
        STEP
    )
    .fetch_all(tx.conn())
    .await?)
}

/// Addresses that nobody has; a table of the installation.
pub(crate) async fn suppressed(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let done = sqlx::query!(
        "delete from suppressed_address where email in (
             select s.email from suppressed_address s
             where s.suppressed_at < $1 and not exists (select 1 from account a where a.email = s.email) limit $2
         )",
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// Letters that are counted no more; a table of the installation.
pub(crate) async fn counted(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let done = sqlx::query!(
        "delete from address_letter where ctid in (
             select ctid from address_letter where at <= $1 order by at limit $2 for update skip locked
         )",
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// As the queue's role, of every community.
pub(crate) async fn buried(tx: &mut PlatformTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let done = sqlx::query!(
        "delete from job where (community_id, id) in (
             select community_id, id from job where state = 'buried' and created_at < $1 order by created_at desc, id desc limit $2
         )",
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// The decision stays, for the web of trust; the reason goes.
pub(crate) async fn departures(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "update departure set reason = '' where community_id = $1 and id in (
             select id from departure where community_id = $1 and proposed_at < $2 and reason <> '' limit $3
         )",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// The same of reviews.
pub(crate) async fn reviews(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "update review set reason = '' where community_id = $1 and id in (
             select id from review where community_id = $1 and began_at < $2 and reason <> '' limit $3
         )",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// What was written against a decision, and the answer.
pub(crate) async fn appeals(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "update appeal set words = '', answer = '' where community_id = $1 and id in (
             select id from appeal where community_id = $1 and made_at < $2 and words <> '' limit $3
         )",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// Who met whom stays; what was written to find each other goes.
pub(crate) async fn meetings(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "update meeting set town = '', note = '' where community_id = $1 and id in (
             select id from meeting where community_id = $1 and asked_at < $2 and note <> '' limit $3
         )",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// The same of measures.
pub(crate) async fn measures(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "update measure set reason = '' where community_id = $1 and id in (
             select id from measure where community_id = $1 and given_at < $2 and reason <> '' limit $3
         )",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

pub(crate) async fn meeting_lines(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "delete from meeting_line where community_id = $1
             and id in (select id from meeting_line where community_id = $1 and written_at < $2 limit $3)",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// Who asked for whom in listings that are over.
pub(crate) async fn mandates(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "delete from mandate where community_id = $1 and listing_id in (
             select x.listing_id from mandate x
             join listing l on l.community_id = x.community_id and l.id = x.listing_id
             where x.community_id = $1 and l.state <> 'open' and coalesce(l.closed_at, l.expires_at) < $2 limit $3)",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// Households that are over.
pub(crate) async fn households(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "delete from household where community_id = $1
             and id in (select id from household where community_id = $1 and ended_at < $2 limit $3)",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// What was written in reservations that are settled, and whose they are.
pub(crate) async fn reservations(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "update reservation set words = '', answer = '', confided_by = null where community_id = $1 and id in (
             select id from reservation where community_id = $1 and settled_at < $2 and (words <> '' or answer <> '' or confided_by is not null)
             limit $3
         )",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// What stewards thought of them.
pub(crate) async fn voices(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "update reservation_voice set reason = '' where community_id = $1 and (reservation_id, steward_id) in (
             select reservation_id, steward_id from reservation_voice where community_id = $1 and given_at < $2 and reason <> '' limit $3
         )",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// Who came to outings that began before that moment.
pub(crate) async fn outing_places(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "delete from outing_place where community_id = $1 and (listing_id, member_id) in (
             select p.listing_id, p.member_id from outing_place p
             join listing_extent e on e.community_id = p.community_id and e.listing_id = p.listing_id
             where p.community_id = $1 and (e.starts_at is null or e.starts_at < $2) limit $3
         )",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}
