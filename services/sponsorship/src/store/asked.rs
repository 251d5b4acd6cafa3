//! What an applicant has asked for before, and whom they are to leave in peace.

use crate::ask::NewRequest;
use crate::limits;
use chrono::Duration;
use database::{CommunityTx, DatabaseError};
use kernel::{MemberId, Timestamp};
use uuid::Uuid;

/// An applicant's own requests, as far as they know of them: one that was declined waits like any other until it is told.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Figures {
    /// Waiting for an answer.
    pub(crate) open: i64,
    /// Made within a day, whatever became of them.
    pub(crate) today: i64,
    /// Whether one to the same address or member waits, or was answered with yes.
    pub(crate) stands: bool,
    /// Whether one to the same address or member was made lately; one that brought a word, whatever became of the word, does
    /// not stand in the way of another.
    pub(crate) lately: bool,
}

/// The figures for a request that is to be written.
pub(crate) async fn figures(tx: &mut CommunityTx, request: &NewRequest<'_>) -> Result<Figures, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let row = sqlx::query!(
        r#"select count(*) filter (where waits) as "open!", count(*) filter (where requested_at > $5) as "today!",
               coalesce(bool_or(same and (waits or state = 'given')), false) as "stands!",
               coalesce(bool_or(same and requested_at > $6 and relation is null), false) as "lately!"
           from (
               select state, requested_at, relation,
                   taken_back_at is null and (state = 'requested' or (state = 'declined' and ended_at is null)) as waits,
                   asked_email is not distinct from $3 and $3::text is not null
                       or coalesce(withheld_from, sponsor_id) is not distinct from $4 and $4::uuid is not null
                          and (via in ('link', 'invitation', 'host') or state = 'given') as same
               from sponsorship where community_id = $1 and applicant_id = $2 and via <> 'import'
           ) mine"#,
        community,
        request.applicant.0,
        request.email,
        request.sponsor.map(Uuid::from),
        now - Duration::days(1),
        now - limits::ASKED_AGAIN_AFTER,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(Figures { open: row.open, today: row.today, stands: row.stands, lately: row.lately })
}

/// Whether this member has something of this applicant before them, had it lately, or said no to them not long ago.
pub(crate) async fn is_to_be_left_in_peace(
    tx: &mut CommunityTx,
    sponsor: MemberId,
    applicant: MemberId,
) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    let (no_since, asked_since) = peace(tx.now());
    let peace = sqlx::query_scalar!(
        r#"select exists (
               select 1 from sponsorship
               where community_id = $1 and sponsor_id = $2 and applicant_id = $3
                 and (state in ('requested', 'given') or (state = 'declined' and answered_at > $4)
                      or (requested_at > $5 and relation is null))
           ) as "peace!""#,
        community,
        sponsor.0,
        applicant.0,
        no_since,
        asked_since,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(peace)
}

/// Whether this member's word for this applicant stands.
pub(crate) async fn has_word(
    tx: &mut CommunityTx,
    sponsor: MemberId,
    applicant: MemberId,
) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select exists (
               select 1 from sponsorship where community_id = $1 and sponsor_id = $2 and applicant_id = $3 and state = 'given'
           ) as "has!""#,
        community,
        sponsor.0,
        applicant.0,
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Since when a no counts, and since when a request does.
pub(super) fn peace(now: Timestamp) -> (Timestamp, Timestamp) {
    (now - limits::QUIET_AFTER_NO, now - limits::ASKED_AGAIN_AFTER)
}

/// The member vouches: a request by their link that was withheld from them is not needed any more, and the applicant does not
/// see it beside the word. One to their address stays: that it went would tell whose the address is.
pub(crate) async fn drop_withheld(
    tx: &mut CommunityTx,
    sponsor: MemberId,
    applicant: MemberId,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update sponsorship set state = 'withdrawn', ended_at = $4, taken_back_at = $4
         where community_id = $1 and withheld_from = $2 and applicant_id = $3 and state = 'requested' and asked_email is null",
        community,
        sponsor.0,
        applicant.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
