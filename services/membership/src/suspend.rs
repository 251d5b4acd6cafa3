//! A steward puts somebody out for a while, with a reason.

use crate::{MembershipError, change_tx, limits, still_must_tx, store};
use community::text;
use database::{CommunityTx, Db};
use kernel::{Act, Caller, MemberId, Role, Standing};

/// Who, and why.
#[derive(Debug, Clone)]
pub struct Suspend {
    /// Whom.
    pub member: MemberId,
    /// Why: told to them and kept in the journal; 1 to 500 characters.
    pub reason: String,
}

/// Suspends a member. Their session stays and shows them where they stand; every act inside is refused from the next
/// request on.
///
/// # Errors
/// `Forbidden` for oneself and, unless the caller is an owner, for stewards and owners; `LastOwner` (bar M8).
pub async fn suspend(db: &Db, caller: &Caller, cmd: Suspend) -> Result<(), MembershipError> {
    caller.must(Act::Suspend)?;
    let reason = text::needed_block("reason", &cmd.reason, limits::REASON)?;
    let mut tx = db.begin(caller.community).await?;
    let caller = &still_must_tx(&mut tx, caller, Act::Suspend).await?;
    let actor = caller.me().map(|me| me.member);
    let from = [Standing::Member, Standing::UnderReview];
    change_tx(&mut tx, cmd.member, &from, Standing::Suspended, actor, &reason).await?;
    // Asked under the lock that the change holds: nobody gets an office between the question and the deed.
    may_judge(&mut tx, caller, Act::Suspend, cmd.member).await?;
    tx.commit().await?;
    Ok(())
}

/// Whether the caller may decide about this member: not about oneself, and only owners about other officers.
pub(crate) async fn may_judge(
    tx: &mut CommunityTx,
    caller: &Caller,
    act: Act,
    member: MemberId,
) -> Result<(), MembershipError> {
    let Some(me) = caller.me() else { return Ok(()) };
    let theirs = store::office::role(tx, member).await?.ok_or(MembershipError::NotFound)?;
    let officer = matches!(theirs, Role::Steward | Role::Owner);
    if me.member == member || (officer && me.role != Role::Owner) { Err(caller.denied(act).into()) } else { Ok(()) }
}
