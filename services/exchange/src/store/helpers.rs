//! Who wrote about a listing. These two statements read `conversation`'s tables: the arrow between the crates points the
//! other way (a conversation is about a listing), and an identifier list fetched there could not be checked under our lock.

use database::{CommunityTx, DatabaseError};
use kernel::{ListingId, MemberId};
use membership::{CardColumns, MemberCard};

pub(crate) async fn who_wrote(tx: &mut CommunityTx, listing: ListingId) -> Result<Vec<MemberCard>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query_as!(
        CardColumns,
        "select m.id, m.number, m.name, m.town, m.standing, m.role, m.founder, m.joined_at
         from conversation c
         join member m on m.community_id = c.community_id and m.id = c.starter_id
         where c.community_id = $1 and c.listing_id = $2
         order by c.last_message_at desc, c.id desc
         limit 50",
        community,
        listing.0,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(CardColumns::for_peers).collect()
}

/// Whether `helper` is inside, or wrote about the listing when they were.
pub(crate) async fn may_have_helped(
    tx: &mut CommunityTx,
    listing: ListingId,
    helper: MemberId,
) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    let may = sqlx::query_scalar!(
        r#"select exists (
               select 1 from member m
               where m.community_id = $1 and m.id = $2 and m.standing in ('member', 'under_review')
           ) or exists (
               select 1 from conversation c where c.community_id = $1 and c.listing_id = $3 and c.starter_id = $2
           ) as "may!""#,
        community,
        helper.0,
        listing.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(may)
}
