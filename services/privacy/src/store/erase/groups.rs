//! The groups somebody asked for, kept, or was in.

use database::{CommunityTx, DatabaseError};
use kernel::MemberId;

/// What they had called a group that was never opened, or is over, and why that was. An open one goes to somebody else, with its name, which is
/// the group's by then; or it is over, and its words go with it.
pub(super) async fn words(tx: &mut CommunityTx, member: MemberId) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update circle set name = '———', folded = '', purpose = '—', reason = ''
         where community_id = $1 and keeper_id = $2 and state <> 'open'",
        community,
        member.0
    )
    .execute(tx.conn())
    .await?;
    // What the team was told of it.
    sqlx::query!(
        "update notification set subject = '' where community_id = $1 and kind = 'group_asked' and actor_id = $2",
        community,
        member.0
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// They are in no group any more, and wait for none; nor were they put out of one, nor is one offered to them.
pub(super) async fn memberships(tx: &mut CommunityTx, member: MemberId) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!("delete from circle_member where community_id = $1 and member_id = $2", community, member.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!("delete from circle_put_out where community_id = $1 and member_id = $2", community, member.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!("delete from circle_offer where community_id = $1 and member_id = $2", community, member.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}
