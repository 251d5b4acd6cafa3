//! Passkeys, a table of the installation without a tenant; what devices are asked, a tenant's.

use crate::passkey::PasskeyView;
use database::{CommunityTx, DatabaseError};
use kernel::{AccountId, ChallengeId, PasskeyId, Timestamp, TokenHash};
use serde_json::Value;

pub(crate) struct New<'a> {
    pub id: PasskeyId,
    pub account: AccountId,
    pub domain: &'a str,
    pub name: &'a str,
    pub credential_id: &'a [u8],
    pub credential: &'a Value,
}

/// False when some account has it already.
pub(crate) async fn insert(tx: &mut CommunityTx, new: New<'_>) -> Result<bool, DatabaseError> {
    let now = tx.now();
    let done = sqlx::query!(
        "insert into passkey (id, account_id, domain, name, credential_id, credential, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict on constraint passkey_credential_taken do nothing",
        new.id.0,
        new.account.0,
        new.domain,
        new.name,
        new.credential_id,
        new.credential,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

pub(crate) async fn of_account(tx: &mut CommunityTx, account: AccountId) -> Result<Vec<PasskeyView>, DatabaseError> {
    let rows = sqlx::query!(
        "select id, name, domain, created_at, used_at from passkey
         where account_id = $1 and removed_at is null order by created_at, id limit 100",
        account.0
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| PasskeyView {
            id: row.id.into(),
            name: row.name,
            domain: row.domain,
            created_at: row.created_at,
            used_at: row.used_at,
        })
        .collect())
}

/// Those of the account that work on this domain, as the library wrote them.
pub(crate) async fn at(tx: &mut CommunityTx, account: AccountId, domain: &str) -> Result<Vec<Value>, DatabaseError> {
    Ok(sqlx::query_scalar!(
        "select credential from passkey where account_id = $1 and domain = $2 and removed_at is null order by created_at, id limit 100",
        account.0,
        domain
    )
    .fetch_all(tx.conn())
    .await?)
}

pub(crate) struct Row {
    pub id: PasskeyId,
    pub account: AccountId,
    pub credential: Value,
}

/// The passkey that a device calls so, held until the transaction ends.
pub(crate) async fn lock(
    tx: &mut CommunityTx,
    domain: &str,
    credential_id: &[u8],
) -> Result<Option<Row>, DatabaseError> {
    let row = sqlx::query!(
        "select id, account_id, credential from passkey
         where domain = $1 and credential_id = $2 and removed_at is null for no key update",
        domain,
        credential_id
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| Row { id: row.id.into(), account: row.account_id.into(), credential: row.credential }))
}

pub(crate) async fn used(tx: &mut CommunityTx, id: PasskeyId, credential: &Value) -> Result<(), DatabaseError> {
    let now = tx.now();
    sqlx::query!("update passkey set credential = $2, used_at = $3 where id = $1", id.0, credential, now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// False when the account has no such passkey.
pub(crate) async fn remove(tx: &mut CommunityTx, account: AccountId, id: PasskeyId) -> Result<bool, DatabaseError> {
    let now = tx.now();
    let done = sqlx::query!(
        "update passkey set removed_at = $3 where id = $2 and account_id = $1 and removed_at is null",
        account.0,
        id.0,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A removed passkey opens its account again.
pub(crate) async fn restore(tx: &mut CommunityTx, account: AccountId, id: PasskeyId) -> Result<(), DatabaseError> {
    sqlx::query!("update passkey set removed_at = null where id = $2 and account_id = $1", account.0, id.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

pub(crate) struct NewChallenge<'a> {
    pub id: ChallengeId,
    pub purpose: &'static str,
    pub account: Option<AccountId>,
    pub asker: &'a TokenHash,
    pub state: &'a Value,
    pub expires_at: Timestamp,
}

pub(crate) async fn insert_challenge(tx: &mut CommunityTx, new: NewChallenge<'_>) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "insert into passkey_challenge (community_id, id, purpose, account_id, asker_hash, state, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        community,
        new.id.0,
        new.purpose,
        new.account.map(|account| account.0),
        new.asker.as_bytes(),
        new.state,
        now,
        new.expires_at
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(crate) struct Taken {
    pub state: Value,
    pub expires_at: Timestamp,
}

/// One guarded update decides: of many answers at once one is looked at.
pub(crate) async fn take_challenge(
    tx: &mut CommunityTx,
    id: ChallengeId,
    purpose: &str,
    account: Option<AccountId>,
    asker: &TokenHash,
) -> Result<Option<Taken>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    Ok(sqlx::query_as!(
        Taken,
        "update passkey_challenge set used_at = $6
         where community_id = $1 and id = $2 and purpose = $3 and account_id is not distinct from $4 and asker_hash = $5
           and used_at is null
         returning state, expires_at",
        community,
        id.0,
        purpose,
        account.map(|account| account.0),
        asker.as_bytes(),
        now
    )
    .fetch_optional(tx.conn())
    .await?)
}

/// Removed passkeys whose removal nobody can take back any more, and this community's old challenges.
pub(crate) async fn sweep(
    tx: &mut CommunityTx,
    removed_before: Timestamp,
    asked_before: Timestamp,
) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!("delete from passkey where removed_at < $1", removed_before).execute(tx.conn()).await?;
    sqlx::query!("delete from passkey_challenge where community_id = $1 and expires_at < $2", community, asked_before)
        .execute(tx.conn())
        .await?;
    Ok(())
}
