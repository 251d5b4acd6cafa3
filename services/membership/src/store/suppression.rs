//! Suppressed addresses: a table of the installation, without a tenant.

use crate::{
    limits,
    suppression::{Kind, Mail},
};
use database::DatabaseError;
use kernel::{EmailAddress, Timestamp};
use sqlx::PgConnection;

/// A complaint outweighs everything, and death doubt. Doubts add up as long as they lie close together.
pub(crate) async fn note(
    conn: &mut PgConnection,
    email: &EmailAddress,
    kind: Kind,
    reason: &str,
    now: Timestamp,
) -> Result<(), DatabaseError> {
    sqlx::query!(
        "insert into suppressed_address (email, kind, reason, suppressed_at) values ($1, $2, $3, $4)
         on conflict (email) do update set
             kind = case
                 when 'complaint' in (suppressed_address.kind, excluded.kind) then 'complaint'
                 when 'dead' in (suppressed_address.kind, excluded.kind) then 'dead'
                 when suppressed_address.suppressed_at > $5 and suppressed_address.strikes + 1 >= $6 then 'dead'
                 else 'doubtful'
             end,
             strikes = case when suppressed_address.suppressed_at > $5 then suppressed_address.strikes + 1 else 1 end,
             reason = excluded.reason,
             suppressed_at = greatest(suppressed_address.suppressed_at, excluded.suppressed_at)",
        email.as_str(),
        kind.as_str(),
        reason,
        now,
        now - limits::DOUBT_KEPT,
        limits::DOUBTS
    )
    .execute(conn)
    .await?;
    Ok(())
}

pub(crate) async fn stops(
    conn: &mut PgConnection,
    email: &EmailAddress,
    mail: Mail,
    tried_before: Timestamp,
) -> Result<bool, DatabaseError> {
    Ok(sqlx::query_scalar!(
        r#"select exists (
               select 1 from suppressed_address
               where email = $1 and case when $2 then kind = 'dead' and suppressed_at > $3 else kind <> 'doubtful' end
           ) as "is!""#,
        email.as_str(),
        mail == Mail::Security,
        tried_before
    )
    .fetch_one(conn)
    .await?)
}

/// False when nothing was noted of it.
pub(crate) async fn lift(conn: &mut PgConnection, email: &EmailAddress) -> Result<bool, DatabaseError> {
    let done = sqlx::query!("delete from suppressed_address where email = $1", email.as_str()).execute(conn).await?;
    Ok(done.rows_affected() == 1)
}

/// The address has just been used: nobody can say that it is dead.
pub(crate) async fn revive(conn: &mut PgConnection, email: &EmailAddress) -> Result<(), DatabaseError> {
    sqlx::query!("delete from suppressed_address where email = $1 and kind <> 'complaint'", email.as_str())
        .execute(conn)
        .await?;
    Ok(())
}
