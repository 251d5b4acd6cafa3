//! What hangs on listings: drafts, searches, and what is asked in somebody's name.

use database::{CommunityTx, DatabaseError};
use kernel::MemberId;

/// The searches they kept, what these found, and what others' searches found of theirs.
pub(super) async fn searches(tx: &mut CommunityTx, member: MemberId) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "delete from saved_search_hit where community_id = $1 and (
             search_id in (select id from saved_search where community_id = $1 and member_id = $2)
             or listing_id in (select id from listing where community_id = $1 and author_id = $2)
         )",
        community,
        member.0
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!(
        "delete from saved_search_mark where community_id = $1
             and search_id in (select id from saved_search where community_id = $1 and member_id = $2)",
        community,
        member.0
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!("delete from saved_search where community_id = $1 and member_id = $2", community, member.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// What they had begun; and in what others have begun, that it was to be in their name. The photos of drafts go with all of theirs.
pub(super) async fn drafts(tx: &mut CommunityTx, member: MemberId) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!("delete from listing_draft where community_id = $1 and author_id = $2", community, member.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!(
        "update listing_draft set behalf_member_id = null, behalf_relation = null, behalf_gone = true
         where community_id = $1 and behalf_member_id = $2",
        community,
        member.0
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What is asked in their name is closed; who asked for whom goes.
pub(super) async fn mandates(tx: &mut CommunityTx, member: MemberId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update listing set state = 'closed', closed_at = $3
         where community_id = $1 and state in ('agreeing', 'open', 'expired') and id in (
             select listing_id from mandate
             where community_id = $1 and member_id = $2 and ended_at is null and offered_at is null
         )",
        community,
        member.0,
        now
    )
    .execute(tx.conn())
    .await?;
    // What was only handed over to them stays with its proxy.
    sqlx::query!(
        "update mandate set member_id = null, offered_at = null
         where community_id = $1 and member_id = $2 and offered_at is not null and first_name <> ''",
        community,
        member.0
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!(
        "delete from mandate where community_id = $1 and (proxy_id = $2 or member_id = $2)",
        community,
        member.0
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
