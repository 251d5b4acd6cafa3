//! Accounts: an e-mail address on this installation, and nothing else about the person.

use crate::{MembershipError, account_change, store};
use database::{CommunityTx, DatabaseError, Db};
use kernel::{AccountId, Caller, EmailAddress, Forbidden, Language};

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountView {
    /// Which.
    pub id: AccountId,
    /// Its address.
    pub email: EmailAddress,
    /// The language it was opened in.
    pub language: Language,
}

/// The caller's own account.
pub async fn own(db: &Db, caller: &Caller) -> Result<AccountView, MembershipError> {
    let account = caller.account().ok_or(Forbidden::ByRule)?;
    by_id(db, account).await?.ok_or(MembershipError::NotFound)
}

/// An account by its id, for the house's own use: an address is shown to its owner only.
pub async fn by_id(db: &Db, account: AccountId) -> Result<Option<AccountView>, MembershipError> {
    let mut tx = db.begin_public().await?;
    let found = store::account::by_id(tx.conn(), account).await?;
    tx.commit().await?;
    Ok(found)
}

/// An account by its id inside a transaction.
pub async fn by_id_tx(tx: &mut CommunityTx, account: AccountId) -> Result<Option<AccountView>, DatabaseError> {
    store::account::by_id(tx.conn(), account).await
}

/// The account of an address; opened if there is none. Callers answer alike in both cases. An address that was replaced and
/// can still be taken back ([`account_change`]) is its former account's.
pub async fn of_address_tx(
    tx: &mut CommunityTx,
    email: &EmailAddress,
    language: Language,
) -> Result<AccountId, DatabaseError> {
    match account_change::holder_tx(tx, email).await? {
        Some(holder) => Ok(holder),
        None => store::account::open(tx, email, language).await,
    }
}
