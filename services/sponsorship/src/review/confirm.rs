//! A steward decides that somebody under review stays.

use super::cure::back;
use crate::going::LONGEST_REASON;
use crate::head::Head;
use crate::words::ReviewOutcome;
use crate::{SponsorshipError, store};
use community::text;
use database::{CommunityTx, Db};
use kernel::{Act, Caller, MemberId, ReviewId};
use membership::{still_must_tx, suspend::may_judge};

/// Confirms a member.
#[derive(Debug, Clone)]
pub struct ConfirmMember {
    /// The review.
    pub id: ReviewId,
    /// Why; told to them and kept in the journal; 1 to 500 characters.
    pub reason: String,
}

/// Ends a review: the member is in good standing again, few paths or not. A steward who knows enough need not wait for the deadline. The
/// other two decisions, to suspend and to expel, are [`crate::put_out`]'s.
///
/// # Errors
/// `ReviewEnded`; `Forbidden` about oneself and, unless one is an owner, about other officers.
pub async fn confirm_member(db: &Db, caller: &Caller, cmd: ConfirmMember) -> Result<(), SponsorshipError> {
    caller.must(Act::Suspend)?;
    let reason = text::needed_block("reason", &cmd.reason, LONGEST_REASON)?;
    let mut tx = db.begin(caller.community).await?;
    Head::take(&mut tx).await?;
    let caller = &still_must_tx(&mut tx, caller, Act::Suspend).await?;
    let review = match store::review::open_by_id(&mut tx, cmd.id).await? {
        Some(review) => review,
        None if store::review::exists(&mut tx, cmd.id).await? => return Err(SponsorshipError::ReviewEnded),
        None => return Err(SponsorshipError::NotFound),
    };
    may_judge(&mut tx, caller, Act::Suspend, review.member).await?;
    let me = caller.me().map(|me| me.member);
    back(&mut tx, &review, ReviewOutcome::Confirmed, me, &reason).await?;
    tx.commit().await?;
    Ok(())
}

/// The same because their appeal was upheld; nothing when the review has ended meanwhile.
pub(crate) async fn uphold(
    tx: &mut CommunityTx,
    caller: &Caller,
    member: MemberId,
    answer: &str,
) -> Result<(), SponsorshipError> {
    let Some(review) = store::review::open_of(tx, member).await? else { return Ok(()) };
    let Some(review) = store::review::open_by_id(tx, review.id).await? else { return Ok(()) };
    back(tx, &review, ReviewOutcome::Confirmed, caller.me().map(|me| me.member), answer).await
}
