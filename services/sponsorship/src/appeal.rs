//! One text against one decision about oneself, read by somebody who did not take it, where there is somebody else.

use crate::going::LONGEST_REASON;
use crate::head::{Head, TrustEvent};
use crate::jobs::{RecheckReviews, StandingLetter};
use crate::words::{Cause, News};
use crate::{SponsorshipError, liability, review, settle, store};
use community::text;
use database::{CommunityTx, Db, Schedule, audit::Entry};
use kernel::{Act, AppealId, Caller, DepartureId, MeasureId, MemberId, Standing};
use membership::{recipient::stewards_tx, reinstate::uphold_tx, still_must_tx, suspend::may_judge};
use notice::{Kind, Tell, tell_tx};
use serde_json::json;
use uuid::Uuid;

/// The longest text of an appeal, characters.
pub const LONGEST_APPEAL: usize = 2_000;

/// Appeals.
#[derive(Debug, Clone)]
pub struct Appeal {
    /// Made by the client; sending it twice appeals once.
    pub id: AppealId,
    /// The decision, the review or the measure.
    pub about: Uuid,
    /// What there is to say against it; 1 to 2,000 characters.
    pub words: String,
}

/// An appeal as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stored {
    pub(crate) id: AppealId,
    pub(crate) member: MemberId,
    pub(crate) number: u32,
    pub(crate) standing: Standing,
    /// Of the departure it is about; none when it is about a review or a measure.
    pub(crate) cause: Option<Cause>,
    /// The departure it is about.
    pub(crate) departure: Option<DepartureId>,
    /// The measure it is about.
    pub(crate) measure: Option<MeasureId>,
    pub(crate) is_answered: bool,
    /// Who took part in the decision; for a review because of strikes, in any of the strikes that hold.
    pub(crate) deciders: Vec<MemberId>,
}

/// Writes the appeal and calls the stewards. About one's own suspension, expulsion, review or measure, and once.
///
/// # Errors
/// `NotFound` when there is no such decision about oneself, or no such review or measure that stands; `AlreadyAppealed`.
pub async fn appeal(db: &Db, caller: &Caller, cmd: Appeal) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::SeeOwnStanding)?;
    let words = text::needed_block("words", &cmd.words, LONGEST_APPEAL)?;
    let mut tx = db.begin(caller.community).await?;
    if !store::appeal::may(&mut tx, me.member, cmd.about).await? {
        return Err(SponsorshipError::NotFound);
    }
    if !store::appeal::insert(&mut tx, cmd.id, me.member, cmd.about, &words).await? {
        let mine = store::appeal::is(&mut tx, cmd.id, me.member, cmd.about).await?;
        return if mine { Ok(()) } else { Err(SponsorshipError::AlreadyAppealed) };
    }
    let detail = json!({ "appeal": cmd.id });
    tx.record(Entry { actor: Some(me.member), subject: Some(me.member), act: "appealed", detail });
    settle::call_other_stewards(&mut tx, Some(me.member), me.member, Kind::AppealMade, cmd.id.0).await?;
    tx.commit().await?;
    Ok(())
}

/// Answers an appeal.
#[derive(Debug, Clone)]
pub struct AnswerAppeal {
    /// Which.
    pub id: AppealId,
    /// Whether it is upheld.
    pub upheld: bool,
    /// Why; told to them and kept in the journal; 1 to 500 characters.
    pub answer: String,
}

/// Answers once. Upheld, whoever was put out is a member again, since the day on which they first were, and words that had become void carry
/// again; whoever is under review is confirmed; a measure is lifted.
///
/// # Errors
/// `OwnDecision` to whoever took part in the decision, while another steward could read it; `AlreadyAnswered`.
pub async fn answer_appeal(db: &Db, caller: &Caller, cmd: AnswerAppeal) -> Result<(), SponsorshipError> {
    caller.must(Act::Suspend)?;
    let answer = text::needed_block("answer", &cmd.answer, LONGEST_REASON)?;
    let mut tx = db.begin(caller.community).await?;
    let head = Head::take(&mut tx).await?;
    let caller = &still_must_tx(&mut tx, caller, Act::Suspend).await?;
    let appeal = store::appeal::lock(&mut tx, cmd.id).await?.ok_or(SponsorshipError::NotFound)?;
    if appeal.is_answered {
        return Err(SponsorshipError::AlreadyAnswered);
    }
    may_judge(&mut tx, caller, Act::Suspend, appeal.member).await?;
    must_not_have_decided(&mut tx, caller, &appeal).await?;
    let me = caller.me().map(|me| me.member);
    store::appeal::answer(&mut tx, cmd.id, cmd.upheld, me, &answer).await?;
    if cmd.upheld {
        uphold(&mut tx, &head, caller, &appeal, &answer).await?;
    }
    let detail = json!({ "appeal": cmd.id, "upheld": cmd.upheld, "reason": answer });
    tx.record(Entry { actor: me, subject: Some(appeal.member), act: "appeal_answered", detail });
    tell_tx(&mut tx, Tell::new(appeal.member, Kind::AppealAnswered, format!("appeal-answered:{}", cmd.id))).await?;
    let news = if cmd.upheld { News::AppealUpheld } else { News::AppealTurnedDown };
    tx.enqueue(&StandingLetter { member: appeal.member, news, about: cmd.id.0 }).await?;
    tx.commit().await?;
    Ok(())
}

async fn must_not_have_decided(tx: &mut CommunityTx, caller: &Caller, appeal: &Stored) -> Result<(), SponsorshipError> {
    let Some(me) = caller.me() else { return Ok(()) };
    let decided = |member: MemberId| appeal.deciders.contains(&member);
    let others = |steward: &membership::Recipient| !decided(steward.member) && steward.member != appeal.member;
    if decided(me.member) && stewards_tx(tx).await?.iter().any(others) {
        return Err(SponsorshipError::OwnDecision);
    }
    Ok(())
}

async fn uphold(
    tx: &mut CommunityTx,
    head: &Head,
    caller: &Caller,
    appeal: &Stored,
    answer: &str,
) -> Result<(), SponsorshipError> {
    if let Some(measure) = appeal.measure {
        let me = caller.me().map(|me| me.member);
        return liability::lift(tx, measure, appeal.member, me, answer).await;
    }
    let Some(cause) = appeal.cause else {
        return review::uphold(tx, caller, appeal.member, answer).await;
    };
    // Decided anew since, or back already: there is nothing of this decision left to undo.
    let stands = match appeal.departure {
        Some(departure) => store::appeal::may(tx, appeal.member, departure.0).await?,
        None => false,
    };
    if !stands {
        return Ok(());
    }
    uphold_tx(tx, caller, appeal.member, answer).await?;
    liability::look_at_what_came_meanwhile(tx, appeal.member).await?;
    if cause == Cause::Fraud {
        store::departure::restore_words(tx, appeal.member).await?;
        if let Some(departure) = appeal.departure {
            liability::take_back(tx, departure, caller.me().map(|me| me.member)).await?;
        }
        head.record(tx, &TrustEvent::Restored { sponsor: appeal.number }).await?;
    }
    // Whoever fell with them may stand again.
    tx.enqueue_with(&RecheckReviews {}, Schedule::default().meaning("recheck-reviews")).await?;
    Ok(())
}
