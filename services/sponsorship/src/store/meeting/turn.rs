//! Whose turn it was, and what became of it.

use crate::words::TurnState;
use database::{CommunityTx, DatabaseError};
use kernel::{MeetingId, MemberId, Timestamp};

/// A host's turn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Turn {
    pub(crate) state: TurnState,
    pub(crate) until_at: Timestamp,
}

pub(crate) async fn turn_of(
    tx: &mut CommunityTx,
    meeting: MeetingId,
    host: MemberId,
) -> Result<Option<Turn>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select state, until_at from meeting_turn where community_id = $1 and meeting_id = $2 and host_id = $3",
        community,
        meeting.0,
        host.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| Ok(Turn { state: row.state.parse().map_err(DatabaseError::damaged)?, until_at: row.until_at }))
        .transpose()
}

pub(crate) async fn is_somebodys_turn(tx: &mut CommunityTx, meeting: MeetingId) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select exists (
               select 1 from meeting_turn where community_id = $1 and meeting_id = $2 and state = 'asked'
           ) as "asked!""#,
        community,
        meeting.0,
    )
    .fetch_one(tx.conn())
    .await?)
}

pub(crate) async fn give_turn(
    tx: &mut CommunityTx,
    meeting: MeetingId,
    host: MemberId,
    until: Timestamp,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "insert into meeting_turn (community_id, meeting_id, host_id, state, asked_at, until_at)
         values ($1, $2, $3, 'asked', $4, $5)
         on conflict (community_id, meeting_id, host_id)
         do update set state = 'asked', asked_at = excluded.asked_at, until_at = excluded.until_at, answered_at = null",
        community,
        meeting.0,
        host.0,
        now,
        until,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(crate) async fn end_turn(
    tx: &mut CommunityTx,
    meeting: MeetingId,
    host: MemberId,
    became: TurnState,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update meeting_turn set state = $4, answered_at = $5
         where community_id = $1 and meeting_id = $2 and host_id = $3",
        community,
        meeting.0,
        host.0,
        became.as_str(),
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Ends the turn of whoever is asked now; who that was.
pub(crate) async fn drop_turn(tx: &mut CommunityTx, meeting: MeetingId) -> Result<Option<MemberId>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let host = sqlx::query_scalar!(
        "update meeting_turn set state = 'dropped', answered_at = $3
         where community_id = $1 and meeting_id = $2 and state = 'asked' returning host_id",
        community,
        meeting.0,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(host.map(MemberId))
}
