//! The head and the events of the trust history.

use database::{CommunityTx, DatabaseError};
use serde_json::Value;

pub(crate) async fn lock(tx: &mut CommunityTx) -> Result<i64, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!("select seq from trust_head where community_id = $1 for no key update", community)
        .fetch_one(tx.conn())
        .await?)
}

pub(crate) async fn append(tx: &mut CommunityTx, event: &Value) -> Result<i64, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    Ok(sqlx::query_scalar!(
        "with head as (update trust_head set seq = seq + 1 where community_id = $1 returning seq)
         insert into trust_event (community_id, seq, at, event) select $1, head.seq, $2, $3 from head
         returning seq",
        community,
        now,
        event
    )
    .fetch_one(tx.conn())
    .await?)
}
