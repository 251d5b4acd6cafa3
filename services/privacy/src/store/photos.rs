//! Photos: the rows go here, the files by a job that is written in the same transaction.

use super::super::retention::STEP;
use database::{CommunityTx, DatabaseError};
use kernel::{MemberId, PhotoId, Timestamp};
use pictures::jobs::DropPhotos;

/// Every photo that a member sent.
pub(crate) async fn of_member(tx: &mut CommunityTx, member: MemberId) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    let gone = sqlx::query_scalar!(
        "delete from listing_photo where community_id = $1 and owner_id = $2 returning id",
        community,
        member.0
    )
    .fetch_all(tx.conn())
    .await?;
    drop_files(tx, gone.into_iter().map(PhotoId::from).collect()).await
}

/// The photos of listings that have ended before.
pub(crate) async fn of_ended_listings(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let gone = sqlx::query_scalar!(
        "delete from listing_photo where community_id = $1 and id in (
             select p.id from listing_photo p join listing l on l.community_id = p.community_id and l.id = p.listing_id
             where p.community_id = $1 and l.state <> 'open' and coalesce(l.closed_at, l.expires_at) < $2 limit $3
         ) returning id",
        community,
        before,
        STEP
    )
    .fetch_all(tx.conn())
    .await?;
    let rows = u64::try_from(gone.len()).unwrap_or(u64::MAX);
    drop_files(tx, gone.into_iter().map(PhotoId::from).collect()).await?;
    Ok(rows)
}

async fn drop_files(tx: &mut CommunityTx, gone: Vec<PhotoId>) -> Result<(), DatabaseError> {
    for some in gone.chunks(100) {
        tx.enqueue(&DropPhotos { photos: some.to_vec() }).await?;
    }
    Ok(())
}
