//! Accounts: a table of the installation, without a tenant.

use crate::account::AccountView;
use database::{CommunityTx, DatabaseError};
use kernel::{AccountId, EmailAddress, Language};
use sqlx::PgConnection;

pub(crate) async fn by_id(conn: &mut PgConnection, account: AccountId) -> Result<Option<AccountView>, DatabaseError> {
    sqlx::query!("select id, email, language from account where id = $1", account.0)
        .fetch_optional(conn)
        .await?
        .map(|row| {
            Ok(AccountView {
                id: row.id.into(),
                email: row.email.parse().map_err(DatabaseError::damaged)?,
                language: row.language.parse().map_err(DatabaseError::damaged)?,
            })
        })
        .transpose()
}

/// The account of this address, held until the transaction ends; nothing when there is none.
pub(crate) async fn lock_by_address(
    tx: &mut CommunityTx,
    email: &EmailAddress,
) -> Result<Option<AccountId>, DatabaseError> {
    let found = sqlx::query_scalar!("select id from account where email = $1 for no key update", email.as_str())
        .fetch_optional(tx.conn())
        .await?;
    Ok(found.map(AccountId))
}

/// Holds the account's row until the transaction ends; answers its address.
pub(crate) async fn lock(tx: &mut CommunityTx, account: AccountId) -> Result<Option<EmailAddress>, DatabaseError> {
    sqlx::query_scalar!("select email from account where id = $1 for no key update", account.0)
        .fetch_optional(tx.conn())
        .await?
        .map(|email| email.parse().map_err(DatabaseError::damaged))
        .transpose()
}

/// False when the address is another account's.
pub(crate) async fn set_address(
    tx: &mut CommunityTx,
    account: AccountId,
    email: &EmailAddress,
) -> Result<bool, DatabaseError> {
    let done = sqlx::query!(
        "update account set email = $2
         where id = $1 and not exists (select 1 from account other where other.email = $2 and other.id <> $1)",
        account.0,
        email.as_str()
    )
    .execute(tx.conn())
    .await;
    match done.map_err(DatabaseError::from) {
        Ok(done) => Ok(done.rows_affected() == 1),
        // Somebody opened an account with it in the same moment.
        Err(error) if error.constraint() == Some("account_email_taken") => Ok(false),
        Err(error) => Err(error),
    }
}

/// The account of this address; opened if there is none. Two at once open one.
pub(crate) async fn open(
    tx: &mut CommunityTx,
    email: &EmailAddress,
    language: Language,
) -> Result<AccountId, DatabaseError> {
    let (id, now) = (tx.entropy().id(), tx.now());
    // Writing the address over itself makes the row come back in both cases.
    let id = sqlx::query_scalar!(
        "insert into account (id, email, language, created_at) values ($1, $2, $3, $4)
         on conflict (email) do update set email = excluded.email
         returning id",
        id,
        email.as_str(),
        language.code(),
        now
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(AccountId(id))
}
