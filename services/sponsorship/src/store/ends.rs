//! How requests and words end: their time is over, a decision has fallen, or somebody has gone.
//!
//! One that was declined has no end until its applicant is told; whatever ends the others ends it too, and leaves it declined.

use super::number;
use database::{CommunityTx, DatabaseError};
use kernel::{MemberId, SponsorshipId, Timestamp};

/// A word that was taken back.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TakenBack {
    pub(crate) sponsorship: SponsorshipId,
    pub(crate) applicant: MemberId,
    pub(crate) number: u32,
}

/// Ends a request whose time is over, whether it was declined or found no answer; its applicant, if it ended now.
pub(crate) async fn expire(tx: &mut CommunityTx, id: SponsorshipId) -> Result<Option<MemberId>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let ended = sqlx::query_scalar!(
        "update sponsorship set state = case when state = 'declined' then state else 'expired' end, ended_at = $3
         where community_id = $1 and id = $2 and expires_at <= $3
           and (state = 'requested' or (state = 'declined' and ended_at is null))
         returning applicant_id",
        community,
        id.0,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(ended.map(MemberId))
}

/// Ends whatever is still open around somebody about whom the decision has fallen: requests, and words not needed.
pub(crate) async fn close_open(tx: &mut CommunityTx, applicant: MemberId) -> Result<(), DatabaseError> {
    let now = tx.now();
    end_asked(tx, applicant, now).await.map(|_| ())
}

/// Ends everything around somebody who was here before and asks again. Tokens that were paid stay paid.
pub(crate) async fn end_all(tx: &mut CommunityTx, applicant: MemberId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update sponsorship
         set state = case when state = 'declined' then state when active_at is null then 'expired' else 'revoked' end, ended_at = $3
         where community_id = $1 and applicant_id = $2
           and (state in ('requested', 'given') or (state = 'declined' and ended_at is null))",
        community,
        applicant.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What somebody who has gone had asked for before, and words given to them that do not carry them.
pub(crate) async fn end_asked(
    tx: &mut CommunityTx,
    applicant: MemberId,
    gone_at: Timestamp,
) -> Result<u64, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "update sponsorship set state = case when state = 'declined' then state else 'expired' end, ended_at = $4
         where community_id = $1 and applicant_id = $2 and requested_at <= $3
           and (state = 'requested' or (state = 'declined' and ended_at is null) or (state = 'given' and active_at is null))",
        community,
        applicant.0,
        gone_at,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// Words they gave that carry nobody yet.
pub(crate) async fn take_back(
    tx: &mut CommunityTx,
    sponsor: MemberId,
    gone_at: Timestamp,
) -> Result<Vec<TakenBack>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let rows = sqlx::query!(
        "update sponsorship s set state = 'withdrawn', ended_at = $4
         from member a
         where s.community_id = $1 and s.sponsor_id = $2 and s.state = 'given' and s.active_at is null and s.answered_at <= $3
           and a.community_id = $1 and a.id = s.applicant_id
         returning s.id, s.applicant_id, a.number",
        community,
        sponsor.0,
        gone_at,
        now,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(TakenBack {
                sponsorship: row.id.into(),
                applicant: row.applicant_id.into(),
                number: number(row.number)?,
            })
        })
        .collect()
}

/// Their invitations that nobody has used.
pub(crate) async fn end_invitations(
    tx: &mut CommunityTx,
    sponsor: MemberId,
    gone_at: Timestamp,
) -> Result<u64, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "update invitation set revoked_at = $4
         where community_id = $1 and sponsor_id = $2 and created_at <= $3 and used_at is null and revoked_at is null",
        community,
        sponsor.0,
        gone_at,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}
