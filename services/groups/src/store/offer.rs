//! To whom a group is offered. An offer ends by itself after [`limits::offered`].

use crate::limits;
use database::{CommunityTx, DatabaseError};
use kernel::{GroupId, MemberId, Timestamp};

/// Who is asked to keep it, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Offer {
    pub to: MemberId,
    pub at: Timestamp,
}

/// Offers it to this member, and to nobody else any more.
pub(crate) async fn make(tx: &mut CommunityTx, group: GroupId, to: MemberId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "insert into circle_offer (community_id, circle_id, member_id, offered_at) values ($1, $2, $3, $4)
         on conflict (community_id, circle_id) do update set member_id = excluded.member_id, offered_at = excluded.offered_at",
        community,
        group.0,
        to.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The offer that waits for an answer.
pub(crate) async fn standing(tx: &mut CommunityTx, group: GroupId) -> Result<Option<Offer>, DatabaseError> {
    let (community, since) = (tx.community().0, tx.now() - limits::offered());
    let row = sqlx::query!(
        "select member_id, offered_at from circle_offer where community_id = $1 and circle_id = $2 and offered_at > $3",
        community,
        group.0,
        since,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| Offer { to: row.member_id.into(), at: row.offered_at }))
}

/// It is offered to nobody any more.
pub(crate) async fn end(tx: &mut CommunityTx, group: GroupId) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!("delete from circle_offer where community_id = $1 and circle_id = $2", community, group.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Nor to this member, if it was.
pub(crate) async fn end_to(tx: &mut CommunityTx, group: GroupId, member: MemberId) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "delete from circle_offer where community_id = $1 and circle_id = $2 and member_id = $3",
        community,
        group.0,
        member.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Nothing is offered to this member any more that was by that moment.
pub(crate) async fn end_all_to(tx: &mut CommunityTx, member: MemberId, moment: Timestamp) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "delete from circle_offer where community_id = $1 and member_id = $2 and offered_at <= $3",
        community,
        member.0,
        moment,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
