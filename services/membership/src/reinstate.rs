//! A steward takes a suspension back, with a reason.

use crate::{MembershipError, change_tx, limits, still_must_tx, store, suspend::may_judge};
use community::text;
use database::Db;
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
    let actor = caller.me().map(|me| me.member);
    let before = match store::member::before_suspension(&mut tx, cmd.member).await? {
        Some(Standing::UnderReview) => Standing::UnderReview,
        _ => Standing::Member,
    };
    change_tx(&mut tx, cmd.member, &[Standing::Suspended], before, actor, &reason).await?;
    may_judge(&mut tx, caller, Act::Suspend, cmd.member).await?;
    tx.commit().await?;
    Ok(())
}
