//! Who was put out of a group, and why.

use crate::PutOutView;
use database::{CommunityTx, DatabaseError};
use kernel::{GroupId, MemberId};

/// Writes it down; whoever was put out before is put out anew.
pub(crate) async fn note(
    tx: &mut CommunityTx,
    group: GroupId,
    member: MemberId,
    by: MemberId,
    reason: &str,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "insert into circle_put_out (community_id, circle_id, member_id, put_out_by, reason, put_out_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (community_id, circle_id, member_id) do update
         set put_out_by = excluded.put_out_by, reason = excluded.reason, put_out_at = excluded.put_out_at",
        community,
        group.0,
        member.0,
        by.0,
        reason,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// When and why they were put out of it, if they were.
pub(crate) async fn view(
    tx: &mut CommunityTx,
    group: GroupId,
    member: MemberId,
) -> Result<Option<PutOutView>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select reason, put_out_at from circle_put_out where community_id = $1 and circle_id = $2 and member_id = $3",
        community,
        group.0,
        member.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| PutOutView::of(row.reason, row.put_out_at)))
}

pub(crate) async fn forget(tx: &mut CommunityTx, group: GroupId, member: MemberId) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "delete from circle_put_out where community_id = $1 and circle_id = $2 and member_id = $3",
        community,
        group.0,
        member.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Of everybody.
pub(crate) async fn forget_all(tx: &mut CommunityTx, group: GroupId) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!("delete from circle_put_out where community_id = $1 and circle_id = $2", community, group.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}
