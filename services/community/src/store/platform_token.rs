//! Integrators' tokens: a table of the installation, without a tenant.

use database::DatabaseError;
use kernel::{PlatformTokenId, Timestamp, TokenHash};
use sqlx::PgConnection;

pub(crate) async fn insert(
    conn: &mut PgConnection,
    id: PlatformTokenId,
    name: &str,
    hash: &TokenHash,
    now: Timestamp,
) -> Result<bool, DatabaseError> {
    let done = sqlx::query!(
        "insert into platform_token (id, name, token_hash, created_at) values ($1, $2, $3, $4) on conflict (id) do nothing",
        id.0,
        name,
        hash.as_bytes(),
        now
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

pub(crate) async fn revoke(
    conn: &mut PgConnection,
    id: PlatformTokenId,
    now: Timestamp,
) -> Result<bool, DatabaseError> {
    let done = sqlx::query!("update platform_token set revoked_at = coalesce(revoked_at, $2) where id = $1", id.0, now)
        .execute(conn)
        .await?;
    Ok(done.rows_affected() == 1)
}

pub(crate) async fn good(conn: &mut PgConnection, hash: &TokenHash) -> Result<Option<PlatformTokenId>, DatabaseError> {
    let id = sqlx::query_scalar!(
        "select id from platform_token where token_hash = $1 and revoked_at is null",
        hash.as_bytes()
    )
    .fetch_optional(conn)
    .await?;
    Ok(id.map(PlatformTokenId))
}
