//! Who comes to an outing, and who waits for a seat.
//!
//! Invariants
//! - Everything is decided under the row lock of the outing's listing: two who want the last seat get one, in order of coming.
//! - A seat that becomes free, because somebody steps back or goes or there are more seats, is the first's who waits for one, in the
//!   same transaction; they are told inside and by letter. Fewer seats take no seat away.
//! - Nobody signs up once it has begun. Until then everybody on the list is told of another time or place, and when it is called off:
//!   of all changes of some minutes once.
//! - Members see how many come; who, its author sees, and those who come themselves. Whoever waits to come in is named to the author
//!   only, and sees nobody ([`as_guest`]).

mod as_guest;
mod letter;
mod sign_up;
mod step_back;
mod views;

pub use as_guest::{OpenOuting, OpenOutings, open_outings, sign_up_as_guest, step_back_as_guest};
pub use letter::{OutingFacts, letter, remind};
pub use sign_up::{SignUp, sign_up};
pub use step_back::{StepBack, step_back};
pub(crate) use views::view_tx;
pub use views::{Attendance, Comer, OutingView, comers};

use crate::jobs::{OutingLetter, OutingNews};
use crate::store::outing::Held;
use crate::{ExchangeError, Extent, State, limits, store};
use chrono::Duration;
use database::{CommunityTx, DatabaseError, Schedule};
use kernel::{ListingId, MemberId, Timestamp};
use notice::{Kind, Tell};

/// What else of an outing was changed besides its dates.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Other {
    /// Its town.
    pub moved: bool,
    /// Its title.
    pub renamed: bool,
}

/// Enters them: a seat while there is one, else the end of the line. Whoever is on the list already stays where they are.
async fn enter(tx: &mut CommunityTx, held: &Held, member: MemberId) -> Result<Attendance, ExchangeError> {
    if let Some(already) = store::outing::of_member(tx, held.listing, member).await? {
        return Ok(already);
    }
    if held.state != State::Open {
        return Err(ExchangeError::Closed);
    }
    if held.outing.starts_at <= tx.now() {
        return Err(ExchangeError::OutingBegun);
    }
    let counts = store::outing::counts(tx, held.listing).await?;
    if counts.coming + counts.in_line >= limits::COMERS {
        return Err(ExchangeError::OutingCrowded);
    }
    let free = held.outing.seats.is_none_or(|seats| counts.coming < i64::from(seats));
    let attendance = if free { Attendance::Coming } else { Attendance::InLine };
    store::outing::enter(tx, held.listing, member, attendance).await?;
    let told = Tell::new(held.author, Kind::OutingJoined, format!("outing_joined:{}:{member}", held.listing));
    notice::tell_tx(tx, told.by(member).about_listing(held.listing, held.title.as_str())).await?;
    Ok(attendance)
}

/// Takes them off the list, and lets the next move up. Harmless where they are not on it.
async fn leave(tx: &mut CommunityTx, held: &Held, member: MemberId) -> Result<(), DatabaseError> {
    if store::outing::leave(tx, held.listing, member).await? {
        fill_seats(tx, held).await?;
    }
    Ok(())
}

/// Gives free seats to those who wait for one, while it has not begun.
async fn fill_seats(tx: &mut CommunityTx, held: &Held) -> Result<(), DatabaseError> {
    if held.state != State::Open || held.outing.starts_at <= tx.now() {
        return Ok(());
    }
    let counts = store::outing::counts(tx, held.listing).await?;
    let free = held.outing.seats.map_or(counts.in_line, |seats| i64::from(seats) - counts.coming);
    if free <= 0 || counts.in_line == 0 {
        return Ok(());
    }
    for (member, came_at) in store::outing::move_up(tx, held.listing, free).await? {
        tell(tx, held, member, OutingNews::SeatFree, &came_at.timestamp_micros().to_string()).await?;
    }
    Ok(())
}

/// Tells one of them, inside and by letter. Whoever was told of it before is told nothing, and has their letter: a job may run twice.
async fn tell(
    tx: &mut CommunityTx,
    held: &Held,
    member: MemberId,
    news: OutingNews,
    which: &str,
) -> Result<(), DatabaseError> {
    let kind = match news {
        OutingNews::SeatFree => Kind::OutingSeatFree,
        OutingNews::Changed => Kind::OutingChanged,
        OutingNews::CalledOff => Kind::OutingCalledOff,
        OutingNews::Soon => Kind::OutingSoon,
    };
    let meaning = format!("{}:{}:{which}", kind.as_str(), held.listing);
    let told = Tell::new(member, kind, meaning).about_listing(held.listing, held.title.as_str());
    if notice::tell_tx(tx, told).await?.is_none() {
        return Ok(());
    }
    let letter = OutingLetter { member, listing: held.listing, news, revision: held.revision };
    let meaning = format!("outing-letter:{}:{member}:{}:{which}", held.listing, kind.as_str());
    let when = if news == OutingNews::Changed { changed_when(held, tx.now()).1 } else { tx.now() };
    tx.enqueue_with(&letter, Schedule::at(when).meaning(meaning)).await
}

/// With which other changes one is told, and when by letter. A letter that was sent cannot be put right: it waits until nothing can be
/// added to those it goes with, but not just before the outing.
fn changed_when(held: &Held, now: Timestamp) -> (String, Timestamp) {
    if held.outing.starts_at - now <= limits::outing_at_once() {
        return (format!("at-once-{}", held.revision), now);
    }
    let together = limits::told_together();
    let passed = Duration::seconds(now.timestamp().rem_euclid(together.num_seconds()));
    (limits::span(now).to_string(), now + together * 2 - passed)
}

/// Its author has changed it: whoever is on the list is told of another time or place, and more seats are given out.
pub(crate) async fn changed_tx(
    tx: &mut CommunityTx,
    listing: ListingId,
    before: &Extent,
    other: Other,
) -> Result<(), DatabaseError> {
    let Some(held) = store::outing::hold(tx, listing).await? else { return Ok(()) };
    let times = |outing: &crate::Outing| (outing.starts_at, outing.ends_at);
    let moved = other.moved || before.outing.as_ref().map(times) != Some(times(&held.outing));
    if !moved && !other.renamed {
        return fill_seats(tx, &held).await;
    }
    let held = Held { revision: store::extent::revise(tx, listing).await?, ..held };
    if moved && held.outing.starts_at > tx.now() {
        let (which, _) = changed_when(&held, tx.now());
        for member in store::outing::everybody(tx, listing, false).await? {
            tell(tx, &held, member, OutingNews::Changed, &which).await?;
        }
    }
    fill_seats(tx, &held).await
}

/// It has been closed, or its author has gone: whoever is on the list is told, unless it has begun.
pub(crate) async fn call_off_tx(tx: &mut CommunityTx, listing: ListingId) -> Result<(), DatabaseError> {
    let Some(held) = store::outing::hold_closed(tx, listing).await? else { return Ok(()) };
    if held.outing.starts_at <= tx.now() {
        return Ok(());
    }
    let held = Held { revision: store::extent::revise(tx, listing).await?, ..held };
    for member in store::outing::everybody(tx, listing, false).await? {
        tell(tx, &held, member, OutingNews::CalledOff, &held.revision.to_string()).await?;
    }
    Ok(())
}

/// Gives back the seats of somebody who is not here any more.
pub(crate) async fn give_back_tx(
    tx: &mut CommunityTx,
    member: MemberId,
    gone_at: Timestamp,
) -> Result<(), DatabaseError> {
    for listing in store::outing::with_place_of(tx, member, gone_at).await? {
        match store::outing::hold(tx, listing).await? {
            Some(held) => leave(tx, &held, member).await?,
            None => {
                store::outing::leave(tx, listing, member).await?;
            }
        }
    }
    Ok(())
}

/// Refuses while people come: without a date they would not know what has become of it.
pub(crate) async fn must_be_empty_tx(tx: &mut CommunityTx, listing: ListingId) -> Result<(), ExchangeError> {
    let counts = store::outing::counts(tx, listing).await?;
    if counts.coming + counts.in_line == 0 {
        return Ok(());
    }
    Err(ExchangeError::of_field("starts_at", "OUTING_HAS_COMERS"))
}
