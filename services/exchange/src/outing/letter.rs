//! What a letter about an outing says, and who is reminded. For the jobs [`OutingLetter`] and [`RemindOuting`].

use super::{Attendance, tell};
use crate::jobs::{OutingLetter, OutingNews, RemindOuting};
use crate::{ExchangeError, State, store};
use database::Db;
use kernel::{Act, Caller, Timestamp};

/// What the letter needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutingFacts {
    /// Its title.
    pub title: String,
    /// Where; may be empty.
    pub town: String,
    /// When it begins, or was to begin.
    pub starts_at: Timestamp,
}

/// Tells everybody who has a seat that it is soon; how many. None when it was moved, called off, or is over.
pub async fn remind(db: &Db, caller: &Caller, job: &RemindOuting) -> Result<usize, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let Some(held) = store::outing::hold(&mut tx, job.listing).await? else { return Ok(0) };
    let needed =
        held.state == State::Open && held.outing.starts_at == job.starts_at && held.outing.starts_at > tx.now();
    if !needed {
        return Ok(0);
    }
    let comers = store::outing::everybody(&mut tx, job.listing, true).await?;
    for member in &comers {
        tell(&mut tx, &held, *member, OutingNews::Soon, &job.starts_at.timestamp_micros().to_string()).await?;
    }
    tx.commit().await?;
    Ok(comers.len())
}

/// Nothing when what the letter was to tell is not so any more: they have stepped back, it was called off, or has begun.
pub async fn letter(db: &Db, caller: &Caller, job: &OutingLetter) -> Result<Option<OutingFacts>, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let called_off = job.news == OutingNews::CalledOff;
    let held = if called_off {
        store::outing::hold_closed(&mut tx, job.listing).await?
    } else {
        store::outing::hold(&mut tx, job.listing).await?
    };
    let Some(held) = held.filter(|held| held.outing.starts_at > tx.now()) else { return Ok(None) };
    let place = store::outing::of_member(&mut tx, job.listing, job.member).await?;
    let so = match job.news {
        OutingNews::SeatFree | OutingNews::Soon => held.state == State::Open && place == Some(Attendance::Coming),
        // What was changed once more within the same minutes has no letter of its own: this one tells what stands there now.
        OutingNews::Changed => held.state == State::Open && place.is_some(),
        OutingNews::CalledOff => held.state != State::Open && place.is_some() && held.revision == job.revision,
    };
    let facts = OutingFacts { title: held.title, town: held.town, starts_at: held.outing.starts_at };
    Ok(so.then_some(facts))
}
