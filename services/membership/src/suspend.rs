//! Somebody is put out by an office, with a reason.

use crate::{Changed, MemberCard, MembershipError, change_tx, limits, still_must_tx, store};
use community::text;
use database::{CommunityTx, Db};
use kernel::{Act, Caller, Me, MemberId, Role, Standing};

/// Who, and why.
#[derive(Debug, Clone)]
pub struct Suspend {
    /// Whom.
    pub member: MemberId,
    /// Why: told to them and kept in the journal; 1 to 500 characters.
    pub reason: String,
}

/// Suspends a member without a look at who hangs on them: for the house. People go through `sponsorship::put_out`, which shows it first. Their session stays and shows them where they stand; every act inside is refused from the next
/// request on.
///
/// # Errors
/// `Forbidden` for oneself and, unless the caller is an owner, for stewards and owners; `LastOwner` (bar M8).
pub async fn suspend(db: &Db, caller: &Caller, cmd: Suspend) -> Result<(), MembershipError> {
    caller.must(Act::Suspend)?;
    let reason = text::needed_block("reason", &cmd.reason, limits::REASON)?;
    let mut tx = db.begin(caller.community).await?;
    let caller = &still_must_tx(&mut tx, caller, Act::Suspend).await?;
    put_out_tx(&mut tx, caller, cmd.member, Standing::Suspended, &reason).await?;
    tx.commit().await?;
    Ok(())
}

/// Suspends or expels a member, in the transaction of whoever decided it; `caller` is who they are now ([`still_must_tx`]).
///
/// # Errors
/// As [`suspend`]; `StandingMoved` where they stand already, or for anything but a suspension or an expulsion.
pub async fn put_out_tx(
    tx: &mut CommunityTx,
    caller: &Caller,
    member: MemberId,
    to: Standing,
    reason: &str,
) -> Result<Changed, MembershipError> {
    let inside = [Standing::Member, Standing::UnderReview];
    let inside_or_suspended = [Standing::Member, Standing::UnderReview, Standing::Suspended];
    let from: &[Standing] = match to {
        Standing::Suspended => &inside,
        Standing::Expelled => &inside_or_suspended,
        _ => return Err(MembershipError::StandingMoved),
    };
    let changed = change_tx(tx, member, from, to, caller.me().map(|me| me.member), reason).await?;
    // Asked under the lock that the change holds: nobody gets an office between the question and the deed.
    may_judge(tx, caller, Act::Suspend, member).await?;
    Ok(changed)
}

/// Whether the caller may decide about this member: not about oneself, and only owners about other officers. To be asked under the
/// trust head's lock.
///
/// # Errors
/// `Forbidden`; `NotFound`.
pub async fn may_judge(
    tx: &mut CommunityTx,
    caller: &Caller,
    act: Act,
    member: MemberId,
) -> Result<(), MembershipError> {
    let Some(me) = caller.me() else { return Ok(()) };
    let theirs = store::office::role(tx, member).await?.ok_or(MembershipError::NotFound)?;
    if is_within_reach(&me, member, theirs) { Ok(()) } else { Err(caller.denied(act).into()) }
}

/// Whether [`may_judge`] would let the caller decide about whoever this card shows, as both stand now: for what is drawn.
pub fn could_judge(caller: &Caller, card: &MemberCard) -> bool {
    caller.may(Act::Suspend) && caller.me().is_some_and(|me| is_within_reach(&me, card.id, card.role))
}

fn is_within_reach(me: &Me, member: MemberId, role: Role) -> bool {
    let officer = matches!(role, Role::Steward | Role::Owner);
    me.member != member && (!officer || me.role == Role::Owner)
}
