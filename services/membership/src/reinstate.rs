//! A steward takes a suspension back, with a reason: what is the members' of it. The use case is `sponsorship`'s, which looks at what came
//! meanwhile.

use crate::{Changed, MembershipError, change_tx, limits, still_must_tx, store, suspend::may_judge};
use community::text;
use database::CommunityTx;
use kernel::{Act, Caller, MemberId, Standing};

/// Ends a suspension: the member stands again where they stood before it, a review goes on where it was.
///
/// # Errors
/// `Forbidden` about oneself and, unless one is an owner, about other officers; `StandingMoved` when they are not suspended; a missing reason.
pub async fn reinstate_tx(
    tx: &mut CommunityTx,
    caller: &Caller,
    member: MemberId,
    reason: &str,
) -> Result<Changed, MembershipError> {
    caller.must(Act::Suspend)?;
    let reason = text::needed_block("reason", reason, limits::REASON)?;
    let caller = &still_must_tx(tx, caller, Act::Suspend).await?;
    let changed = back_tx(tx, caller, member, &[Standing::Suspended], &reason).await?;
    may_judge(tx, caller, Act::Suspend, member).await?;
    Ok(changed)
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
    let changed = change_tx(tx, member, from, before, actor, reason).await?;
    // Who was kept out could not come: how long they have not been here begins anew.
    store::member::begins_anew(tx, member).await?;
    Ok(changed)
}
