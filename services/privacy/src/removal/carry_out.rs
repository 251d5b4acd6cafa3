//! The time is over: everything of the community goes.

use crate::{PrivacyError, removal::RemovalView, store};
use data_encoding::HEXLOWER;
use database::{
    CommunityTx, Db,
    audit::{self, Entry},
    removal,
};
use kernel::{AccountId, Act, Caller, CommunityId, RemovalId};
use serde_json::json;

/// Accounts looked at in one step.
const STEP: i64 = 200;

/// What went.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Removed {
    /// Rows of each table.
    pub rows: removal::Taken,
    /// Accounts that no community knew any more.
    pub accounts: usize,
    /// Whether Redis forgot it, too; if not, its keys go by themselves within a day.
    pub counts_forgotten: bool,
}

/// Whether this wish stands and its time is over. The house only.
pub async fn is_due(db: &Db, caller: &Caller, wish: RemovalId) -> Result<bool, PrivacyError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let due = due(&mut tx, wish).await?;
    tx.commit().await?;
    Ok(due.is_some())
}

async fn due(tx: &mut CommunityTx, wish: RemovalId) -> Result<Option<RemovalView>, PrivacyError> {
    let now = tx.now();
    let standing = store::removal::standing(tx).await?;
    Ok(standing.filter(|view| view.id == wish && view.due_at <= now && !tx.community().is_platform()))
}

/// Removes the caller's community; nothing when this wish does not stand or its time is not over. May be cut off anywhere and
/// repeated. The house only.
///
/// First it is closed: no host leads to it, so that nobody writes any more. Then accounts that nobody else knows lose their
/// address, then its rows go, its own last, then what was counted of it.
pub async fn carry_out(db: &Db, caller: &Caller, wish: RemovalId) -> Result<Option<Removed>, PrivacyError> {
    caller.must(Act::WorkJob)?;
    let community = caller.community;
    let mut tx = db.begin(community).await?;
    store::removal::lock(&mut tx).await?;
    let Some(view) = due(&mut tx, wish).await? else { return Ok(None) };
    if !view.has_begun {
        let end = audit::head(&mut tx).await?;
        remember(db, community, end).await?;
    }
    store::removal::begin(&mut tx).await?;
    tx.commit().await?;
    finish(db, community).await.map(Some)
}

/// Removes a community that came back with a backup from before its removal. False when it is not there. The house only.
pub async fn remove_again(db: &Db, caller: &Caller) -> Result<bool, PrivacyError> {
    caller.must(Act::WorkJob)?;
    let community = caller.community;
    let mut tx = db.begin(community).await?;
    if community.is_platform() || store::removal::lock(&mut tx).await?.is_none() {
        return Ok(false);
    }
    let end = audit::head(&mut tx).await?;
    remember(db, community, end).await?;
    let id = RemovalId(tx.entropy().id());
    store::removal::begin_at_once(&mut tx, id).await?;
    tx.commit().await?;
    finish(db, community).await?;
    Ok(true)
}

/// What is left: an entry in the platform's journal, with the place where the community's own ended. An id and a mark, no name.
async fn remember(db: &Db, community: CommunityId, end: Option<audit::Anchor>) -> Result<(), PrivacyError> {
    let mut tx = db.begin(CommunityId::PLATFORM).await?;
    let detail = json!({
        "community": community,
        "entries": end.as_ref().map(|end| end.seq),
        "mac": end.as_ref().map(|end| HEXLOWER.encode(&end.mac)),
    });
    tx.record(Entry { actor: None, subject: None, act: "community_removed", detail });
    Ok(tx.commit().await?)
}

async fn finish(db: &Db, community: CommunityId) -> Result<Removed, PrivacyError> {
    let accounts = forget_accounts(db, community).await?;
    let rows = removal::take(db, community).await?;
    let counts_forgotten = db.rates().forget(community).await;
    Ok(Removed { rows, accounts, counts_forgotten })
}

/// Accounts that only this community knows lose their address, as if their last place had been erased. Before the rows go: they
/// say whose it was.
async fn forget_accounts(db: &Db, community: CommunityId) -> Result<usize, PrivacyError> {
    let (mut after, mut forgotten) = (None, 0);
    loop {
        let mut tx = db.begin(community).await?;
        let accounts = store::removal::accounts(&mut tx, after, STEP).await?;
        tx.commit().await?;
        let Some(last) = accounts.last().copied() else { return Ok(forgotten) };
        after = Some(last);
        for account in accounts {
            forgotten += usize::from(forget_unless_known(db, account, community).await?);
        }
    }
}

async fn forget_unless_known(db: &Db, account: AccountId, going: CommunityId) -> Result<bool, PrivacyError> {
    let mut theirs = db.begin_account(account).await?;
    let known = store::erase::memberships_beside(&mut theirs, going).await?;
    theirs.commit().await?;
    if known > 0 {
        return Ok(false);
    }
    let mut tx = db.begin(CommunityId::PLATFORM).await?;
    store::erase::account(&mut tx, account).await?;
    tx.commit().await?;
    Ok(true)
}
