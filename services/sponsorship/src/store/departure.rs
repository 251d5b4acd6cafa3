//! Departures, and the words that they make void.

use crate::going::Departure;
use crate::views::ProposalRow;
use crate::words::DepartureState;
use database::{CommunityTx, DatabaseError};
use kernel::{DepartureId, MemberId};

/// The departure of this id, held until the transaction ends.
pub(crate) async fn lock(tx: &mut CommunityTx, id: DepartureId) -> Result<Option<Departure>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select id, member_id, cause, reason, state, touched, proposed_by, expires_at, settled_by
         from departure where community_id = $1 and id = $2 for no key update",
        community,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        Ok(Departure {
            id: row.id.into(),
            member: row.member_id.into(),
            cause: row.cause.parse().map_err(DatabaseError::damaged)?,
            reason: row.reason,
            state: row.state.parse().map_err(DatabaseError::damaged)?,
            touched: u32::try_from(row.touched).map_err(DatabaseError::damaged)?,
            proposed_by: row.proposed_by.map(MemberId),
            expires_at: row.expires_at,
            settled_by: row.settled_by.map(MemberId),
        })
    })
    .transpose()
}

/// Writes the wish. False while another about the same person waits.
pub(crate) async fn insert(tx: &mut CommunityTx, wish: &Departure, seen: &str) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "insert into departure (community_id, id, member_id, cause, reason, state, seen, touched, proposed_by, proposed_at, expires_at)
         select $1, $2, $3, $4, $5, 'proposed', $6, $7, $8, $9, $10
         where not exists (select 1 from departure where community_id = $1 and member_id = $3 and state = 'proposed')",
        community,
        wish.id.0,
        wish.member.0,
        wish.cause.as_str(),
        wish.reason,
        seen,
        i32::try_from(wish.touched).unwrap_or(i32::MAX),
        wish.proposed_by.map(|id| id.0),
        now,
        wish.expires_at,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A wish that nobody confirmed in time stands in nobody's way.
pub(crate) async fn let_go_expired(tx: &mut CommunityTx, member: MemberId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update departure set state = 'called_off', settled_at = expires_at
         where community_id = $1 and member_id = $2 and state = 'proposed' and expires_at <= $3",
        community,
        member.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Done, or called off.
pub(crate) async fn settle(
    tx: &mut CommunityTx,
    id: DepartureId,
    state: DepartureState,
    by: Option<MemberId>,
    touched: u32,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update departure set state = $3, settled_by = $4, settled_at = $5, touched = $6 where community_id = $1 and id = $2",
        community,
        id.0,
        state.as_str(),
        by.map(|id| id.0),
        now,
        i32::try_from(touched).unwrap_or(i32::MAX),
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Their words that carry somebody are worth nothing from now on.
pub(crate) async fn void_words(tx: &mut CommunityTx, sponsor: MemberId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update sponsorship set state = 'void', ended_at = $3
         where community_id = $1 and sponsor_id = $2 and state = 'given' and active_at is not null",
        community,
        sponsor.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Their words carry again: the decision that made them void was wrong. But where the sponsor's word was given once more, that one stays.
pub(crate) async fn restore_words(tx: &mut CommunityTx, sponsor: MemberId) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update sponsorship s set state = 'given', ended_at = null
         where s.community_id = $1 and s.sponsor_id = $2 and s.state = 'void'
           and not exists (
               select 1 from sponsorship o
               where o.community_id = $1 and o.sponsor_id = $2 and o.applicant_id = s.applicant_id
                 and o.state in ('requested', 'given')
           )",
        community,
        sponsor.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Wishes that wait for a second steward, the oldest first; at most 100.
pub(crate) async fn proposals(tx: &mut CommunityTx) -> Result<Vec<ProposalRow>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let rows = sqlx::query!(
        "select id, member_id, cause, reason, touched, proposed_by, proposed_at, expires_at from departure
         where community_id = $1 and state = 'proposed' and expires_at > $2
         order by proposed_at, id limit 100",
        community,
        now,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(ProposalRow {
                id: row.id.into(),
                member: row.member_id.into(),
                cause: row.cause.parse().map_err(DatabaseError::damaged)?,
                reason: row.reason,
                touched: u32::try_from(row.touched).map_err(DatabaseError::damaged)?,
                proposed_by: row.proposed_by.map(MemberId),
                proposed_at: row.proposed_at,
                expires_at: row.expires_at,
            })
        })
        .collect()
}
