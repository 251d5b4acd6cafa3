//! Somebody asks to be erased, and is (bar P3).

use crate::{PrivacyError, jobs::EraseMember, limits, store};
use database::{CommunityTx, Db, Schedule, audit::Entry};
use kernel::{AccountId, Act, Caller, CommunityId, MemberId, Standing};
use membership::{change_tx, still_must_tx};
use serde_json::json;

/// The wish, and that it is meant.
#[derive(Debug, Clone, Copy)]
pub struct AskErasure {
    /// Whether they said that they are sure: it cannot be taken back.
    pub sure: bool,
}

/// The caller wants to be erased from this community. They leave at once; a job erases them within the day. Repeating it changes
/// nothing.
///
/// # Errors
/// `NotSure`; whatever keeps them from leaving (the last owner, bar M8).
pub async fn ask_erasure(db: &Db, caller: &Caller, cmd: AskErasure) -> Result<(), PrivacyError> {
    let me = caller.must_as_member(Act::ManageOwnData)?;
    if !cmd.sure {
        return Err(PrivacyError::NotSure);
    }
    let mut tx = db.begin(caller).await?;
    // As they stand under the lock: whoever has left meanwhile need not leave.
    let standing = still_must_tx(&mut tx, caller, Act::ManageOwnData).await?.me().map(|me| me.standing);
    if leave_and_wish(&mut tx, me.member, standing.unwrap_or(Standing::Left), Some(me.member)).await? {
        tx.record(Entry { actor: Some(me.member), subject: Some(me.member), act: "erasure_asked", detail: json!({}) });
    }
    Ok(tx.commit().await?)
}

/// Whoever is here goes, and is to be erased; false when that was wished before.
pub(crate) async fn leave_and_wish(
    tx: &mut CommunityTx,
    member: MemberId,
    standing: Standing,
    actor: Option<MemberId>,
) -> Result<bool, PrivacyError> {
    let from = [Standing::Applicant, Standing::Guest, Standing::Member, Standing::UnderReview];
    if from.contains(&standing) {
        change_tx(tx, member, &from, Standing::Left, actor, "").await?;
    }
    let is_new = store::erase::ask(tx, member).await?;
    if is_new {
        let schedule = Schedule::at(tx.now() + limits::ERASURE_AFTER).meaning(format!("erase:{member}"));
        tx.enqueue_with(&EraseMember { member }, schedule).await?;
    }
    Ok(is_new)
}

/// Whether a member asked to be erased, whether or not it was done. The house only.
pub async fn is_wanted(db: &Db, caller: &Caller, member: MemberId) -> Result<bool, PrivacyError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let wish = store::erase::wish(&mut tx, member).await?;
    tx.commit().await?;
    Ok(wish.is_some())
}

/// Erases a member who asked for it; false when they did not, or are no member here. The first time it writes itself down for once more:
/// a letter that was on its way meanwhile leaves its line behind. The house only.
pub async fn erase(db: &Db, caller: &Caller, member: MemberId) -> Result<bool, PrivacyError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let Some(wish) = store::erase::wish(&mut tx, member).await? else { return Ok(false) };
    if wish == Wish::Open {
        // Not the meaning of the job at hand, which is not finished yet.
        let schedule = Schedule::at(tx.now() + limits::ERASURE_AFTER).meaning(format!("erase-again:{member}"));
        tx.enqueue_with(&EraseMember { member }, schedule).await?;
    }
    erase_and_forget(db, tx, member, wish).await
}

/// Erases a member again whose erasure is remembered outside the database, because a backup from before it was restored. False when they
/// are no member here. The house only.
pub async fn erase_again(db: &Db, caller: &Caller, member: MemberId) -> Result<bool, PrivacyError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    if !store::erase::exists(&mut tx, member).await? {
        return Ok(false);
    }
    store::erase::ask(&mut tx, member).await?;
    let wish = store::erase::wish(&mut tx, member).await?.unwrap_or(Wish::Open);
    erase_and_forget(db, tx, member, wish).await
}

/// How far a wish has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wish {
    /// Nothing was done yet.
    Open,
    /// It was done; what came after it is looked for.
    Done,
}

async fn erase_and_forget(db: &Db, mut tx: CommunityTx, member: MemberId, wish: Wish) -> Result<bool, PrivacyError> {
    let Some(account) = blank(&mut tx, member, wish).await? else { return Ok(false) };
    tx.commit().await?;
    forget(db, account).await?;
    Ok(true)
}

/// Takes everything of this community that says who they were; the account that was theirs. Nothing when they are no member.
async fn blank(tx: &mut CommunityTx, member: MemberId, wish: Wish) -> Result<Option<AccountId>, PrivacyError> {
    membership::trust_log::lock_tx(tx).await?;
    let Some(person) = store::erase::person(tx, member).await? else { return Ok(None) };
    store::erase::words(tx, member).await?;
    store::erase::letters(tx, member, &person.email).await?;
    store::erase::rows(tx, member, person.account, &person.email).await?;
    store::photos::of_member(tx, member).await?;
    let notes = store::erase::notes(tx, member).await?;
    if wish == Wish::Open {
        store::erase::place(tx, member).await?;
    }
    if wish == Wish::Open || !notes.is_empty() {
        let detail = json!({ "notes_erased": notes });
        tx.record(Entry { actor: None, subject: Some(member), act: "member_erased", detail });
    }
    Ok(Some(person.account))
}

/// An account that no community knows any more loses its address, too.
async fn forget(db: &Db, account: AccountId) -> Result<(), PrivacyError> {
    let mut theirs = db.begin_account(account).await?;
    let known = store::erase::memberships(&mut theirs).await?;
    theirs.commit().await?;
    if known == 0 {
        let mut tx = db.begin(CommunityId::PLATFORM).await?;
        store::erase::account(&mut tx, account).await?;
        tx.commit().await?;
    }
    Ok(())
}
