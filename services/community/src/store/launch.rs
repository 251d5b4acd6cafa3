//! Launches: a table of the installation, without a tenant.

use crate::launches::Launcher;
use database::{CommunityTx, DatabaseError};
use kernel::{AccountId, CommunityId, PlatformTokenId, Timestamp};
use sqlx::PgConnection;

pub(crate) async fn insert(tx: &mut CommunityTx, by: Launcher) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let (account, token) = match by {
        Launcher::Account(account) => (Some(account.0), None),
        Launcher::Token(token) => (None, Some(token.0)),
        Launcher::House => (None, None),
    };
    sqlx::query!(
        "insert into launch (launched, account_id, token_id, at) values ($1, $2, $3, $4)",
        community,
        account,
        token,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(crate) async fn count_since(
    tx: &mut CommunityTx,
    account: AccountId,
    since: Timestamp,
) -> Result<i64, DatabaseError> {
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from launch where account_id = $1 and at > $2"#,
        account.0,
        since
    )
    .fetch_one(tx.conn())
    .await?)
}

/// The community of this short name, if this token launched it.
pub(crate) async fn by_token(
    conn: &mut PgConnection,
    token: PlatformTokenId,
    slug: &str,
) -> Result<Option<CommunityId>, DatabaseError> {
    let id = sqlx::query_scalar!(
        "select c.id from community c join launch l on l.launched = c.id where c.slug = $2 and l.token_id = $1",
        token.0,
        slug
    )
    .fetch_optional(conn)
    .await?;
    Ok(id.map(CommunityId))
}
