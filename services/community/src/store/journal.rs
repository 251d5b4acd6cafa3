//! The journal: append-only, the database grants nothing else.

use crate::journal::Entry;
use database::{CommunityTx, DatabaseError};

pub(crate) async fn insert(tx: &mut CommunityTx, entry: Entry) -> Result<(), DatabaseError> {
    let (community, id, now) = (tx.community().0, tx.entropy().id(), tx.now());
    sqlx::query!(
        "insert into journal (community_id, id, at, actor_id, subject_id, act, detail) values ($1, $2, $3, $4, $5, $6, $7)",
        community,
        id,
        now,
        entry.actor.map(|member| member.0),
        entry.subject.map(|member| member.0),
        entry.act,
        entry.detail,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
