//! Taking a passkey away.

use crate::{
    MembershipError,
    account_change::{self, What},
    store,
};
use database::Db;
use kernel::{Act, Caller, Deed, Forbidden, PasskeyId};

/// It opens nothing any more. The account's address is told, and can take that back.
///
/// # Errors
/// `NotFound` for one that is gone or somebody else's; `Forbidden` unless a factor was shown a moment ago.
pub async fn remove(db: &Db, caller: &Caller, passkey: PasskeyId) -> Result<(), MembershipError> {
    caller.must(Act::ChangeOwnAccess)?;
    let account = caller.account().ok_or(Forbidden::ByRule)?;
    db.count(caller, Deed::ChangeAccess, None).await?;
    let mut tx = db.begin(caller.community).await?;
    store::account::lock(&mut tx, account).await?;
    if !store::passkey::remove(&mut tx, account, passkey).await? {
        return Err(MembershipError::NotFound);
    }
    account_change::record_tx(&mut tx, account, What::PasskeyRemoved(passkey)).await?;
    tx.commit().await?;
    Ok(())
}
