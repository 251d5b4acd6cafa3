//! Suppressed addresses: a table of the installation, without a tenant.

use database::DatabaseError;
use kernel::{EmailAddress, Timestamp};
use sqlx::PgConnection;

pub(crate) async fn insert(
    conn: &mut PgConnection,
    email: &EmailAddress,
    reason: &str,
    now: Timestamp,
) -> Result<(), DatabaseError> {
    sqlx::query!(
        "insert into suppressed_address (email, reason, suppressed_at) values ($1, $2, $3) on conflict (email) do nothing",
        email.as_str(),
        reason,
        now
    )
    .execute(conn)
    .await?;
    Ok(())
}

pub(crate) async fn contains(conn: &mut PgConnection, email: &EmailAddress) -> Result<bool, DatabaseError> {
    Ok(sqlx::query_scalar!(
        r#"select exists (select 1 from suppressed_address where email = $1) as "is!""#,
        email.as_str()
    )
    .fetch_one(conn)
    .await?)
}
