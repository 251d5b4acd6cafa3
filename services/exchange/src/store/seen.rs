use database::{CommunityTx, DatabaseError};
use kernel::{ListingId, MemberId};
use uuid::Uuid;

pub(crate) async fn insert(
    tx: &mut CommunityTx,
    member: MemberId,
    listings: &[ListingId],
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let ids: Vec<Uuid> = listings.iter().map(|id| id.0).collect();
    // In id order, so that two letters to one member never wait for each other crosswise.
    sqlx::query!(
        "insert into listing_seen (community_id, member_id, listing_id, seen_at)
         select l.community_id, $2, l.id, $4 from listing l where l.community_id = $1 and l.id = any ($3) order by l.id
         on conflict (community_id, member_id, listing_id) do nothing",
        community,
        member.0,
        &ids,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
