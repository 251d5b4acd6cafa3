//! A steward takes a measure back.

use super::TWO_STRIKES;
use crate::going::LONGEST_REASON;
use crate::head::Head;
use crate::jobs::RecheckApplicant;
use crate::{SponsorshipError, review, store};
use community::text;
use database::{CommunityTx, Db, Schedule, audit::Entry};
use kernel::{Act, Caller, MeasureId, MemberId};
use membership::{still_must_tx, suspend::may_judge};
use notice::{Kind, Tell, tell_tx};
use serde_json::json;

/// Takes a measure back.
#[derive(Debug, Clone)]
pub struct LiftMeasure {
    /// Which.
    pub id: MeasureId,
    /// Why; kept in the journal; 1 to 500 characters.
    pub reason: String,
}

/// From this moment on it counts for nothing. Repeating it is harmless.
///
/// # Errors
/// `NotFound`; `Forbidden` as for giving one.
pub async fn lift_measure(db: &Db, caller: &Caller, cmd: LiftMeasure) -> Result<(), SponsorshipError> {
    caller.must(Act::Suspend)?;
    let reason = text::needed_block("reason", &cmd.reason, LONGEST_REASON)?;
    let mut tx = db.begin(caller.community).await?;
    Head::take(&mut tx).await?;
    let caller = &still_must_tx(&mut tx, caller, Act::Suspend).await?;
    let measure = store::measure::by_id(&mut tx, cmd.id).await?.ok_or(SponsorshipError::NotFound)?;
    may_judge(&mut tx, caller, Act::Suspend, measure.member).await?;
    lift(&mut tx, cmd.id, measure.member, caller.me().map(|me| me.member), &reason).await?;
    tx.commit().await?;
    Ok(())
}

/// The same in the transaction of whoever decided it. A review that followed from two strikes ends with one of them; whoever waits with
/// their word is decided about anew.
pub(crate) async fn lift(
    tx: &mut CommunityTx,
    id: MeasureId,
    member: MemberId,
    by: Option<MemberId>,
    reason: &str,
) -> Result<(), SponsorshipError> {
    if !store::measure::lift(tx, id, by).await? {
        return Ok(());
    }
    let detail = json!({ "measure": id, "reason": reason });
    tx.record(Entry { actor: by, subject: Some(member), act: "measure_lifted", detail });
    tell_tx(tx, Tell::new(member, Kind::MeasureLifted, format!("measure-lifted:{id}"))).await?;
    if store::measure::strikes_since(tx, member, tx.now() - TWO_STRIKES).await? < 2 {
        review::end_for_strikes(tx, member).await?;
    }
    recheck_who_wait_with_word_of(tx, member, |applicant| format!("recheck:{applicant}:measure-lifted")).await
}

/// Has everybody who waits with this member's word decided about anew.
pub(super) async fn recheck_who_wait_with_word_of(
    tx: &mut CommunityTx,
    member: MemberId,
    meaning: impl Fn(MemberId) -> String + Send,
) -> Result<(), SponsorshipError> {
    for applicant in store::measure::waiting_with_word_of(tx, member).await? {
        let schedule = Schedule::default().meaning(meaning(applicant));
        tx.enqueue_with(&RecheckApplicant { member: applicant }, schedule).await?;
    }
    Ok(())
}
