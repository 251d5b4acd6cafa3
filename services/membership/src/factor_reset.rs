//! Somebody has lost their telephone, their passkeys and their recovery codes: an operator takes every second factor of the
//! account away.
//!
//! Not at once: the account's address is told, and for [`limits::UNDO_LIFE`] the link of that letter stops it ("this was not me"). An
//! account is the installation's, and so is whoever may do this: the owner of one community does not weaken what protects somebody
//! in another.

use crate::{
    MembershipError,
    account_change::{self, What},
    jobs::ResetFactors,
    limits, store,
};
use community::text;
use database::{CommunityTx, Db, Schedule, audit::Entry};
use kernel::{AccountChangeId, AccountId, Act, Caller, CommunityId, EmailAddress, Timestamp};
use serde_json::json;

/// An operator is sure who asks them.
#[derive(Debug, Clone)]
pub struct AskReset {
    /// The account's address.
    pub email: EmailAddress,
    /// How they made sure; stands in the platform's journal.
    pub reason: String,
}

/// Writes the wish down, tells the account's address, and answers when it will be done. Asking again while one waits changes nothing.
///
/// # Errors
/// `NotFound` when there is no such account, or nothing protects it; `Text` without a reason.
pub async fn ask(db: &Db, caller: &Caller, cmd: AskReset) -> Result<Timestamp, MembershipError> {
    caller.must(Act::Operate)?;
    let reason = text::needed_block("reason", &cmd.reason, limits::REASON)?;
    let mut tx = db.begin(CommunityId::PLATFORM).await?;
    let due = tx.now() + limits::UNDO_LIFE;
    let account = store::account::lock_by_address(&mut tx, &cmd.email).await?.ok_or(MembershipError::NotFound)?;
    if !store::factor::protection(&mut tx, account).await?.has_factor() {
        return Err(MembershipError::NotFound);
    }
    if !store::account_change::is_open(&mut tx, account, &What::ResetAsked).await? {
        let change = account_change::record_tx(&mut tx, account, What::ResetAsked).await?;
        tx.enqueue_with(&ResetFactors { change }, Schedule::at(due)).await?;
    }
    let actor = caller.me().map(|me| me.member);
    let detail = json!({ "account": account, "reason": reason });
    tx.record(Entry { actor, subject: None, act: "factor_reset_asked", detail });
    tx.commit().await?;
    Ok(due)
}

/// Does it, unless it was stopped; false when it was, or was done before. The house only.
pub async fn carry_out(db: &Db, caller: &Caller, change: AccountChangeId) -> Result<bool, MembershipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let Some(row) = store::account_change::by_id(&mut tx, change).await? else { return Ok(false) };
    store::account::lock(&mut tx, row.account).await?;
    // Asked again under the lock: whoever stops it holds it, too.
    if store::account_change::by_id(&mut tx, change).await?.is_none() {
        return Ok(false);
    }
    store::account_change::close(&mut tx, change).await?;
    take_all(&mut tx, row.account).await?;
    store::session::end_everywhere(&mut tx, row.account).await?;
    let detail = json!({ "account": row.account });
    tx.record(Entry { actor: None, subject: None, act: "factor_reset", detail });
    tx.commit().await?;
    Ok(true)
}

/// Each is told like any other that is removed, and can be taken back like it (bar A10).
async fn take_all(tx: &mut CommunityTx, account: AccountId) -> Result<(), MembershipError> {
    if let Some(row) = store::factor::in_use(tx, account).await? {
        store::factor::remove(tx, row.id).await?;
        account_change::record_tx(tx, account, What::FactorRemoved(row.id)).await?;
    }
    for passkey in store::passkey::of_account(tx, account).await? {
        store::passkey::remove(tx, account, passkey.id).await?;
        account_change::record_tx(tx, account, What::PasskeyRemoved(passkey.id)).await?;
    }
    Ok(store::factor::replace_recovery(tx, account, &[]).await?)
}
