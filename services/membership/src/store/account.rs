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
