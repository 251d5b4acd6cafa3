//! What is promised to somebody. Whoever calls holds the listing's lock (`write::hold_own`).

use database::{CommunityTx, DatabaseError};
use kernel::ListingId;

/// It is promised from now on.
pub(crate) async fn mark(tx: &mut CommunityTx, id: ListingId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!("update listing set reserved_at = $3 where community_id = $1 and id = $2", community, id.0, now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// It is promised to nobody any more.
pub(crate) async fn release(tx: &mut CommunityTx, id: ListingId) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!("update listing set reserved_at = null where community_id = $1 and id = $2", community, id.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}
