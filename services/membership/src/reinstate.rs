//! A steward takes a suspension back, with a reason.

use crate::{Changed, MembershipError, change_tx, limits, still_must_tx, store, suspend::may_judge};
use community::text;
use database::{CommunityTx, Db};
use kernel::{Act, Caller, MemberId, Standing};

/// Who, and why.
#[derive(Debug, Clone)]
pub struct Reinstate {
    /// Whom.
    pub member: MemberId,
    /// Why; 1 to 500 characters.
    pub reason: String,
}

/// Ends a suspension: the member stands again where they stood before it, a review goes on where it was.
pub async fn reinstate(db: &Db, caller: &Caller, cmd: Reinstate) -> Result<(), MembershipError> {
    caller.must(Act::Suspend)?;
    let reason = text::needed_block("reason", &cmd.reason, limits::REASON)?;
    let mut tx = db.begin(caller.community).await?;
    let caller = &still_must_tx(&mut tx, caller, Act::Suspend).await?;
    back_tx(&mut tx, caller, cmd.member, &[Standing::Suspended], &reason).await?;
    may_judge(&mut tx, caller, Act::Suspend, cmd.member).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes a suspension or an expulsion back because an appeal was upheld, in the transaction of whoever decided that. Somebody expelled
/// is a member again, since the day on which they first were.
///
/// # Errors
/// `StandingMoved` when they are neither.
pub async fn uphold_tx(
    tx: &mut CommunityTx,
    caller: &Caller,
    member: MemberId,
    reason: &str,
) -> Result<Changed, MembershipError> {
    back_tx(tx, caller, member, &[Standing::Suspended, Standing::Expelled], reason).await
}

async fn back_tx(
    tx: &mut CommunityTx,
    caller: &Caller,
    member: MemberId,
    from: &[Standing],
    reason: &str,
) -> Result<Changed, MembershipError> {
    let actor = caller.me().map(|me| me.member);
    let now = store::office::me(tx, member).await?.ok_or(MembershipError::NotFound)?;
    let before = match store::member::before_suspension(tx, member).await? {
        Some(Standing::UnderReview) if now.standing == Standing::Suspended => Standing::UnderReview,
        _ => Standing::Member,
    };
    change_tx(tx, member, from, before, actor, reason).await
}
