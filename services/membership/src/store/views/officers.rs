//! The holders of offices.

use super::CardRow;
use crate::views::MemberCard;
use database::{CommunityTx, DatabaseError};

pub(crate) async fn all(tx: &mut CommunityTx) -> Result<Vec<MemberCard>, DatabaseError> {
    let community = tx.community().0;
    sqlx::query_as!(
        CardRow,
        "select id, number, name, town, about, standing, role, founder, joined_at, applied_at from member
         where community_id = $1 and role <> 'none'
         order by array_position(array['owner', 'steward', 'editor'], role), name, id
         limit 500",
        community
    )
    .fetch_all(tx.conn())
    .await?
    .into_iter()
    .map(CardRow::card)
    .collect()
}
