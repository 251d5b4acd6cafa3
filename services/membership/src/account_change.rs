//! Changes of how somebody gets in, and taking them back (bar A10).
//!
//! Every change is told by a letter with a link: "this was not me". For three days it takes the change back, and with it
//! whatever was changed after it, and ends every session of the account in every community. Until then an address that was
//! replaced stays its account's: nobody else gets it, and nobody signs in with it.

use crate::{MembershipError, account, jobs::AccountChanged, journal, limits, redeem::count_failure, secrets, store};
use database::{CommunityTx, DatabaseError, Db};
use kernel::{
    AccountChangeId, AccountId, Act, Caller, EmailAddress, FactorId, Language, PasskeyId, Seal, Timestamp, TokenHash,
};
use serde_json::json;

/// What was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The address; `former` is the one before.
    Address {
        /// Where the letter goes.
        former: EmailAddress,
    },
    /// A second factor was set up.
    FactorAdded(FactorId),
    /// A second factor was removed.
    FactorRemoved(FactorId),
    /// A passkey was added.
    PasskeyAdded(PasskeyId),
    /// A passkey was removed.
    PasskeyRemoved(PasskeyId),
    /// An operator was asked to take every second factor away; nothing is done yet ([`crate::factor_reset`]).
    ResetAsked,
}

/// The same for those who only need its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// The address.
    Address,
    /// A second factor was set up.
    FactorAdded,
    /// A second factor was removed.
    FactorRemoved,
    /// A passkey was added.
    PasskeyAdded,
    /// A passkey was removed.
    PasskeyRemoved,
    /// An operator was asked to take every second factor away; nothing is done yet.
    ResetAsked,
}

/// What the letter says. Never stored, never logged.
#[derive(Clone)]
pub struct ChangeLetter {
    /// What was changed.
    pub kind: ChangeKind,
    /// To whom: the address before the change.
    pub email: EmailAddress,
    /// In which language.
    pub language: Language,
    /// The token of the link that takes it back.
    pub undo_token: String,
    /// Until when it does.
    pub undo_until: Timestamp,
}

impl std::fmt::Debug for ChangeLetter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ChangeLetter").field("kind", &self.kind).finish_non_exhaustive()
    }
}

/// Writes the change down and its letter's job.
pub(crate) async fn record_tx(
    tx: &mut CommunityTx,
    account: AccountId,
    what: What,
) -> Result<AccountChangeId, DatabaseError> {
    let (id, now) = (AccountChangeId(tx.entropy().id()), tx.now());
    let undo = undo_hash(&undo_token(tx.seal(), account, id, now));
    store::account_change::insert(tx, id, account, &what, &undo, now + limits::UNDO_LIFE).await?;
    tx.enqueue(&AccountChanged { change: id }).await?;
    Ok(id)
}

/// The account that had this address until a short while ago, and can still take it back.
pub(crate) async fn holder_tx(tx: &mut CommunityTx, email: &EmailAddress) -> Result<Option<AccountId>, DatabaseError> {
    store::account_change::holder(tx, email).await
}

/// What the letter of a change says; nothing when it was taken back meanwhile, or was made elsewhere. The house only.
pub async fn letter(
    db: &Db,
    caller: &Caller,
    change: AccountChangeId,
) -> Result<Option<ChangeLetter>, MembershipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let Some(row) = store::account_change::by_id(&mut tx, change).await? else { return Ok(None) };
    let Some(account) = account::by_id_tx(&mut tx, row.account).await? else { return Ok(None) };
    let undo_token = undo_token(tx.seal(), row.account, change, row.made_at);
    tx.commit().await?;
    Ok(Some(ChangeLetter {
        kind: row.what.kind(),
        email: match row.what {
            What::Address { former } => former,
            _ => account.email,
        },
        language: account.language,
        undo_token,
        undo_until: row.undo_until,
    }))
}

/// Looks at a link without using it: what it would take back, nothing when it is too late.
pub async fn peek(db: &Db, caller: &Caller, token: &str) -> Result<Option<ChangeKind>, MembershipError> {
    caller.must(Act::TakeBackChange)?;
    let mut tx = db.begin(caller.community).await?;
    let now = tx.now();
    let found = store::account_change::by_undo(&mut tx, &undo_hash(token)).await?;
    tx.commit().await?;
    Ok(found.filter(|row| row.is_open(now)).map(|row| row.what.kind()))
}

/// Takes the change back, and whatever was changed after it; ends every session of the account. Needs the link and nothing else.
///
/// # Errors
/// `TooLateToUndo`; `AddressTaken` when the former address has become another account's (only by an import, in these days).
pub async fn undo(db: &Db, caller: &Caller, token: &str) -> Result<(), MembershipError> {
    caller.must(Act::TakeBackChange)?;
    count_failure(db, caller, take_back_all(db, caller, token).await).await
}

async fn take_back_all(db: &Db, caller: &Caller, token: &str) -> Result<(), MembershipError> {
    let mut tx = db.begin(caller.community).await?;
    let now = tx.now();
    let link = undo_hash(token);
    let Some(row) = store::account_change::by_undo(&mut tx, &link).await? else {
        return Err(MembershipError::TooLateToUndo);
    };
    store::account::lock(&mut tx, row.account).await?;
    // Asked again under the lock: of two at once the second finds it taken back.
    let row = store::account_change::by_undo(&mut tx, &link).await?.ok_or(MembershipError::TooLateToUndo)?;
    if !row.is_open(now) {
        // Written down, so that it stays too late should the clock go back (bar A7).
        store::account_change::close(&mut tx, row.id).await?;
        tx.commit().await?;
        return Err(MembershipError::TooLateToUndo);
    }
    for what in store::account_change::take_since(&mut tx, row.account, row.place).await? {
        take_back(&mut tx, row.account, what).await?;
    }
    // Whoever made that change may have made codes as well, and noted them.
    store::factor::forget_codes_since(&mut tx, row.account, row.made_at).await?;
    store::address_change::end_all(&mut tx, row.account).await?;
    store::session::end_everywhere(&mut tx, row.account).await?;
    let entry = journal::Entry { actor: None, subject: None, act: "account_change_taken_back", detail: json!({}) };
    journal::record_tx(&mut tx, entry).await?;
    tx.commit().await?;
    Ok(())
}

/// The newest change first, so that the oldest has the last word.
async fn take_back(tx: &mut CommunityTx, account: AccountId, what: What) -> Result<(), MembershipError> {
    match what {
        What::Address { former } => {
            if !store::account::set_address(tx, account, &former).await? {
                return Err(MembershipError::AddressTaken);
            }
        }
        What::FactorAdded(factor) => store::factor::remove(tx, factor).await?,
        What::FactorRemoved(factor) => store::factor::restore(tx, account, factor).await?,
        What::PasskeyAdded(passkey) => store::passkey::remove(tx, account, passkey).await.map(|_| ())?,
        What::PasskeyRemoved(passkey) => store::passkey::restore(tx, account, passkey).await?,
        // Its job finds it taken back.
        What::ResetAsked => {}
    }
    Ok(())
}

impl What {
    fn kind(&self) -> ChangeKind {
        match self {
            Self::Address { .. } => ChangeKind::Address,
            Self::FactorAdded(_) => ChangeKind::FactorAdded,
            Self::FactorRemoved(_) => ChangeKind::FactorRemoved,
            Self::PasskeyAdded(_) => ChangeKind::PasskeyAdded,
            Self::PasskeyRemoved(_) => ChangeKind::PasskeyRemoved,
            Self::ResetAsked => ChangeKind::ResetAsked,
        }
    }
}

fn undo_token(seal: &Seal, account: AccountId, id: AccountChangeId, at: Timestamp) -> String {
    secrets::token(["undo-change-1", "undo-change-2"], seal, &format!("{account}:{id}:{}", at.timestamp_micros()))
}

fn undo_hash(token: &str) -> TokenHash {
    TokenHash::of("undo-change", token)
}
