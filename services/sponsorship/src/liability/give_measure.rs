//! A steward takes a measure about somebody's vouching.

use super::{Measure, TWO_STRIKES};
use crate::going::LONGEST_REASON;
use crate::head::Head;
use crate::jobs::{MeasureOver, StandingLetter};
use crate::words::{Degree, News};
use crate::{SponsorshipError, review, store};
use community::text;
use database::{CommunityTx, Db, Schedule, audit::Entry};
use kernel::{Act, Caller, MeasureId, MemberId};
use membership::{still_must_tx, suspend::may_judge};
use notice::{Kind, Tell, tell_tx};
use serde_json::json;

/// Takes a measure.
#[derive(Debug, Clone)]
pub struct GiveMeasure {
    /// Made by the client; sending it twice takes one measure.
    pub id: MeasureId,
    /// About whom.
    pub member: MemberId,
    /// Which.
    pub degree: Degree,
    /// Why; told to them and kept in the journal; 1 to 500 characters.
    pub reason: String,
}

/// Takes it from this moment on: a pause of 90 days, a smaller allowance or a strike for a year. A strike by a steward counts as one that
/// follows from a fraud.
///
/// # Errors
/// `Forbidden` about oneself and, unless one is an owner, about other officers; `NotFound` for whoever is not inside.
pub async fn give_measure(db: &Db, caller: &Caller, cmd: GiveMeasure) -> Result<(), SponsorshipError> {
    caller.must(Act::Suspend)?;
    let reason = text::needed_block("reason", &cmd.reason, LONGEST_REASON)?;
    let mut tx = db.begin(caller.community).await?;
    Head::take(&mut tx).await?;
    let caller = &still_must_tx(&mut tx, caller, Act::Suspend).await?;
    let person = store::people::look_at(&mut tx, cmd.member).await?.filter(|person| person.standing.is_inside());
    let person = person.ok_or(SponsorshipError::NotFound)?;
    may_judge(&mut tx, caller, Act::Suspend, person.id).await?;
    let measure = Measure {
        id: cmd.id,
        member: person.id,
        degree: cmd.degree,
        departure: None,
        reason,
        given_by: caller.me().map(|me| me.member),
        until_at: cmd.degree.until(tx.now()),
    };
    if write(&mut tx, &measure).await? {
        tx.commit().await?;
        return Ok(());
    }
    let mine = store::measure::by_id(&mut tx, cmd.id).await?;
    let same = mine.is_some_and(|known| known.member == measure.member && known.degree == measure.degree);
    if same { Ok(()) } else { Err(SponsorshipError::IdInUse) }
}

/// Writes it, tells them, and keeps it in the journal; whoever has two strikes within two years is looked at by people. False when the id
/// is taken.
pub(super) async fn write(tx: &mut CommunityTx, measure: &Measure) -> Result<bool, SponsorshipError> {
    if !store::measure::insert(tx, measure).await? {
        return Ok(false);
    }
    let detail = json!({ "degree": measure.degree, "measure": measure.id, "reason": measure.reason });
    tx.record(Entry { actor: measure.given_by, subject: Some(measure.member), act: "measure_given", detail });
    tell_tx(tx, Tell::new(measure.member, Kind::MeasureGiven, format!("measure:{}", measure.id))).await?;
    let news = match measure.degree {
        Degree::Warning => News::Warned,
        Degree::Pause => News::Paused,
        Degree::Smaller => News::Smaller,
        Degree::Strike => struck(tx, measure).await?,
    };
    tx.enqueue(&StandingLetter { member: measure.member, news, about: measure.id.0 }).await?;
    if let Some(until) = measure.until_at {
        let over = Schedule::at(until).meaning(format!("measure-over:{}", measure.id));
        tx.enqueue_with(&MeasureOver { measure: measure.id }, over).await?;
    }
    Ok(true)
}

/// What a strike brings about beside the allowance, and what there is to tell of it.
async fn struck(tx: &mut CommunityTx, measure: &Measure) -> Result<News, SponsorshipError> {
    if store::measure::strikes_since(tx, measure.member, tx.now() - TWO_STRIKES).await? >= 2 {
        review::open_for_strikes(tx, measure.member, measure.departure).await?;
        return Ok(News::Barred);
    }
    Ok(if measure.departure.is_some() { News::Struck } else { News::Faulted })
}
