//! The holders of offices.

use crate::{CardColumns, MemberCard};
use database::{CommunityTx, DatabaseError};

pub(crate) async fn all(tx: &mut CommunityTx) -> Result<Vec<MemberCard>, DatabaseError> {
    let community = tx.community().0;
    sqlx::query_as!(
        CardColumns,
        "select id, number, name, town, standing, role, founder, joined_at from member
         where community_id = $1 and role <> 'none'
         order by array_position(array['owner', 'steward', 'editor'], role), name, id
         limit 500",
        community
    )
    .fetch_all(tx.conn())
    .await?
    .into_iter()
    .map(CardColumns::card)
    .collect()
}
