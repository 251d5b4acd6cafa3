//! Integrators' tokens: a table of the installation, without a tenant.

use crate::platform_token::TokenLine;
use database::DatabaseError;
use kernel::{PlatformTokenId, Program, Scope, Scopes, Timestamp, TokenHash};
use sqlx::PgConnection;

/// A token to be written.
pub(crate) struct NewRow<'a> {
    pub id: PlatformTokenId,
    pub name: &'a str,
    pub hash: TokenHash,
    pub scopes: Scopes,
    pub expires_at: Option<Timestamp>,
}

pub(crate) async fn insert(conn: &mut PgConnection, row: &NewRow<'_>, now: Timestamp) -> Result<bool, DatabaseError> {
    let done = sqlx::query!(
        "insert into platform_token (id, name, token_hash, scopes, expires_at, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do nothing",
        row.id.0,
        row.name,
        row.hash.as_bytes(),
        &row.scopes.words(),
        row.expires_at,
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

pub(crate) async fn good(
    conn: &mut PgConnection,
    hash: &TokenHash,
    now: Timestamp,
) -> Result<Option<Program>, DatabaseError> {
    let row = sqlx::query!(
        "select id, scopes from platform_token
         where token_hash = $1 and revoked_at is null and (expires_at is null or expires_at > $2)",
        hash.as_bytes(),
        now
    )
    .fetch_optional(conn)
    .await?;
    row.map(|row| Ok(Program { token: row.id.into(), scopes: scopes(&row.scopes)? })).transpose()
}

pub(crate) async fn all(conn: &mut PgConnection) -> Result<Vec<TokenLine>, DatabaseError> {
    let rows = sqlx::query!(
        "select id, name, scopes, created_at, expires_at, revoked_at from platform_token order by created_at desc, id desc"
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(TokenLine {
                id: row.id.into(),
                name: row.name,
                scopes: scopes(&row.scopes)?,
                created_at: row.created_at,
                expires_at: row.expires_at,
                revoked_at: row.revoked_at,
            })
        })
        .collect()
}

fn scopes(words: &[String]) -> Result<Scopes, DatabaseError> {
    words.iter().map(|word| word.parse::<Scope>().map_err(DatabaseError::damaged)).collect()
}
