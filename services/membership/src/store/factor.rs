//! Second factors: tables of the installation, without a tenant.

use crate::{factor::Protection, limits};
use database::{CommunityTx, DatabaseError};
use kernel::{AccountId, FactorId, Timestamp};

/// A factor, its secret closed.
pub(crate) struct Row {
    pub id: FactorId,
    pub closed: Vec<u8>,
}

pub(crate) async fn protection(tx: &mut CommunityTx, account: AccountId) -> Result<Protection, DatabaseError> {
    Ok(sqlx::query_as!(
        Protection,
        r#"select (select confirmed_at from totp where account_id = $1 and confirmed_at is not null and removed_at is null) as since,
               (select count(*) from recovery_code where account_id = $1 and used_at is null) as "recovery_codes!",
               (select count(*) from passkey where account_id = $1 and removed_at is null) as "passkeys!""#,
        account.0
    )
    .fetch_one(tx.conn())
    .await?)
}

/// The factor in use, held until the transaction ends: of two codes at once the second sees what the first has used.
pub(crate) async fn in_use(tx: &mut CommunityTx, account: AccountId) -> Result<Option<Row>, DatabaseError> {
    let row = sqlx::query!(
        "select id, secret from totp where account_id = $1 and confirmed_at is not null and removed_at is null for no key update",
        account.0
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| Row { id: row.id.into(), closed: row.secret }))
}

/// What was begun lately.
pub(crate) async fn begun(tx: &mut CommunityTx, account: AccountId) -> Result<Option<Row>, DatabaseError> {
    let since = tx.now() - limits::ENROLMENT_LIFE;
    let row = sqlx::query!(
        "select id, secret from totp where account_id = $1 and confirmed_at is null and removed_at is null and created_at > $2
         order by created_at desc limit 1",
        account.0,
        since
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| Row { id: row.id.into(), closed: row.secret }))
}

pub(crate) async fn forget_beginnings(tx: &mut CommunityTx, account: AccountId) -> Result<(), DatabaseError> {
    sqlx::query!("delete from totp where account_id = $1 and confirmed_at is null", account.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn insert(
    tx: &mut CommunityTx,
    id: FactorId,
    account: AccountId,
    closed: &[u8],
    confirmed: bool,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    sqlx::query!(
        "insert into totp (id, account_id, secret, created_at, confirmed_at) values ($1, $2, $3, $4, $5)",
        id.0,
        account.0,
        closed,
        now,
        confirmed.then_some(now)
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(crate) async fn confirm(tx: &mut CommunityTx, id: FactorId, step: i64) -> Result<(), DatabaseError> {
    let now = tx.now();
    sqlx::query!("update totp set confirmed_at = $2, last_step = $3 where id = $1", id.0, now, step)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// False when this code, or a later one, was taken before.
pub(crate) async fn take_step(tx: &mut CommunityTx, id: FactorId, step: i64) -> Result<bool, DatabaseError> {
    let done = sqlx::query!("update totp set last_step = $2 where id = $1 and last_step < $2", id.0, step)
        .execute(tx.conn())
        .await?;
    Ok(done.rows_affected() == 1)
}

pub(crate) async fn remove(tx: &mut CommunityTx, id: FactorId) -> Result<(), DatabaseError> {
    let now = tx.now();
    sqlx::query!("update totp set removed_at = coalesce(removed_at, $2) where id = $1", id.0, now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// A removed factor protects its account again, unless another one does.
pub(crate) async fn restore(tx: &mut CommunityTx, account: AccountId, id: FactorId) -> Result<(), DatabaseError> {
    sqlx::query!(
        "update totp set removed_at = null
         where id = $2 and account_id = $1 and not exists (
             select 1 from totp other where other.account_id = $1 and other.confirmed_at is not null and other.removed_at is null
         )",
        account.0,
        id.0
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(crate) async fn replace_recovery(
    tx: &mut CommunityTx,
    account: AccountId,
    marks: &[String],
) -> Result<(), DatabaseError> {
    let now = tx.now();
    sqlx::query!("delete from recovery_code where account_id = $1", account.0).execute(tx.conn()).await?;
    sqlx::query!(
        "insert into recovery_code (account_id, mark, created_at) select $1, m.mark, $3 from unnest($2::text[]) as m (mark)",
        account.0,
        marks,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Recovery codes that were made at that moment or later open nothing any more.
pub(crate) async fn forget_codes_since(
    tx: &mut CommunityTx,
    account: AccountId,
    since: Timestamp,
) -> Result<(), DatabaseError> {
    sqlx::query!("delete from recovery_code where account_id = $1 and created_at >= $2", account.0, since)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// False when it is none of the account's, or was used before.
pub(crate) async fn take_recovery(tx: &mut CommunityTx, account: AccountId, mark: &str) -> Result<bool, DatabaseError> {
    let now = tx.now();
    let done = sqlx::query!(
        "update recovery_code set used_at = $3 where account_id = $1 and mark = $2 and used_at is null",
        account.0,
        mark,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Removed factors whose removal nobody can take back any more, and beginnings that came to nothing.
pub(crate) async fn sweep(tx: &mut CommunityTx, removed_before: Timestamp) -> Result<u64, DatabaseError> {
    let begun_before = tx.now() - limits::ENROLMENT_LIFE;
    let done = sqlx::query!(
        "delete from totp where removed_at < $1 or (confirmed_at is null and created_at < $2)",
        removed_before,
        begun_before
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}
