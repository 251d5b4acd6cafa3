//! What a member did in the last day.

use chrono::Duration;
use database::{CommunityTx, DatabaseError};
use kernel::MemberId;

/// One member writes one message at a time, so that the day's count is right however many are sent at once. Taken before
/// any row is.
pub(crate) async fn lock(tx: &mut CommunityTx, me: MemberId) -> Result<(), DatabaseError> {
    let key = format!("converse:{}:{me}", tx.community());
    sqlx::query!("select pg_advisory_xact_lock(hashtextextended($1, 0))", key).execute(tx.conn()).await?;
    Ok(())
}

/// Conversations begun.
pub(crate) async fn begun(tx: &mut CommunityTx, me: MemberId) -> Result<i64, DatabaseError> {
    let (community, since) = (tx.community().0, tx.now() - Duration::days(1));
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from conversation where community_id = $1 and starter_id = $2 and created_at > $3"#,
        community,
        me.0,
        since
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Messages written.
pub(crate) async fn written(tx: &mut CommunityTx, me: MemberId) -> Result<i64, DatabaseError> {
    let (community, since) = (tx.community().0, tx.now() - Duration::days(1));
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from message where community_id = $1 and author_id = $2 and sent_at > $3"#,
        community,
        me.0,
        since
    )
    .fetch_one(tx.conn())
    .await?)
}
