//! What goes of groups when its time is over, a step of each at a time.

use crate::retention::STEP;
use database::{CommunityTx, DatabaseError};
use kernel::Timestamp;

/// Groups that were declined go. Of one that is closed the row stays, for what was for it; what its keeper and the team wrote goes.
pub(crate) async fn declined_or_closed(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let declined = sqlx::query!(
        "delete from circle where community_id = $1 and id in (
             select id from circle where community_id = $1 and state = 'declined' and decided_at < $2 limit $3
         )",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    let closed = sqlx::query!(
        "update circle set name = '———', folded = '', purpose = '—', reason = ''
         where community_id = $1 and id in (
             select id from circle
             where community_id = $1 and state = 'closed' and closed_at < $2 and (name <> '———' or purpose <> '—' or reason <> '')
             limit $3
         )",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(declined.rows_affected() + closed.rows_affected())
}

/// That somebody was put out of a group: from then on they join it like everybody.
pub(crate) async fn put_out(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "delete from circle_put_out where community_id = $1 and (circle_id, member_id) in (
             select circle_id, member_id from circle_put_out where community_id = $1 and put_out_at < $2 limit $3
         )",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// What somebody was asked to keep and did not answer.
pub(crate) async fn offers(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "delete from circle_offer where community_id = $1 and circle_id in (
             select circle_id from circle_offer where community_id = $1 and offered_at < $2 limit $3
         )",
        community,
        before,
        STEP
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}
