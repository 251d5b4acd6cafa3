//! Requests that are urgent: the few who may be able to help are asked by letter at once, and not only with their next digest (decision 50).
//!
//! Invariants
//! - A request is urgent once, until a moment that its author chooses within [`Urgency`]; it stops by itself, without a job: whatever asks
//!   compares the moment.
//! - A member has [`limits::URGENT_EACH`] of them within [`limits::urgent_window`], whatever became of those; counted under the lock under which
//!   they publish.
//! - Asked is whom matching finds and who is near, wants such letters, is reached by them, was not asked within the same time, and has not
//!   answered yet. Each once for a request: a row of the match says so, which also keeps it out of their digest.
//! - A request asks [`limits::ASKED_FOR_ONE`] in all, however often it is changed. A letter that comes to nothing leaves its place to
//!   somebody else, while the request is urgent.
//! - The team may take the mark off ([`take_off`]), with a reason its author reads; it counts all the same.

pub mod take_off;

use crate::{
    Direction, ExchangeError, ListingRow, ListingView, Rules, State, Urgency, UrgentLetter, extent::end_of_day, jobs,
    limits, rules, store,
};
use chrono::Days;
use database::{CommunityTx, DatabaseError, Db, Schedule};
use kernel::{Act, Caller, ListingId, MemberId, Timestamp};
use membership::{
    Recipient,
    recipient::{reached_tx, recipient_tx},
};

/// Its author says how urgent a request is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetUrgency {
    /// Which request of the caller's.
    pub id: ListingId,
    /// How soon it is needed; nothing when it is not urgent any more.
    pub urgency: Option<Urgency>,
}

/// What a letter to somebody who may help is written from.
#[derive(Debug, Clone)]
pub struct UrgentFacts {
    /// To whom.
    pub to: Recipient,
    /// The request's title.
    pub title: String,
    /// Its town; may be empty.
    pub town: String,
    /// Who asks.
    pub author_name: String,
    /// Until when it is needed.
    pub until: Timestamp,
    /// The title of the reader's offer that it goes with.
    pub goes_with: String,
}

impl ListingRow {
    /// Until when it is urgent at this moment; nothing of what is not, or not any more, or is promised to somebody.
    pub fn urgent(&self, now: Timestamp) -> Option<Timestamp> {
        self.urgent_until.filter(|until| *until > now && self.state == State::Open && self.reserved_at.is_none())
    }
}

impl ListingView {
    /// Whether it may still be marked as urgent, by its author: each request once, even if it was an offer in between; not while it is promised
    /// to somebody.
    pub fn may_become_urgent(&self) -> bool {
        let on_offer = self.row.state == State::Open && self.row.reserved_at.is_none();
        on_offer && self.row.direction == Direction::Request && self.urgent_at.is_none()
    }
}

/// Until when: the end of that day, in the community's time.
pub(crate) fn until(urgency: Urgency, rules: &Rules) -> Timestamp {
    let today = rules.now.with_timezone(&rules.zone).date_naive();
    end_of_day(today.checked_add_days(Days::new(urgency.days().into())).unwrap_or(today), rules.zone)
}

/// Marks an open request of the caller's as urgent, so that those who may help are asked by letter; or says that it is not urgent any more.
/// Repeating it changes nothing.
///
/// # Errors
/// `NotFound` when it is not one's own; `Closed`; `Reserved`; `URGENT_REQUEST_ONLY` of an offer; `URGENT_ONCE` where it has been urgent before;
/// `URGENT_ENOUGH` where too many of the caller's were lately.
pub async fn set_urgency(db: &Db, caller: &Caller, cmd: SetUrgency) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    let mut tx = db.begin(caller).await?;
    store::write::lock_author(&mut tx, me.member).await?;
    let held = store::urgency::hold(&mut tx, cmd.id).await?.filter(|held| held.author == me.member);
    let held = held.ok_or(ExchangeError::NotFound)?;
    let Some(urgency) = cmd.urgency else {
        store::urgency::end(&mut tx, cmd.id).await?;
        return Ok(tx.commit().await?);
    };
    if held.state != State::Open {
        return Err(ExchangeError::Closed);
    }
    if held.direction != Direction::Request {
        return Err(ExchangeError::of_field("urgency", "URGENT_REQUEST_ONLY"));
    }
    // The mark is used up by nobody's being asked.
    if held.reserved {
        return Err(ExchangeError::Reserved);
    }
    let until = until(urgency, &rules::rules(&mut tx).await?);
    if held.urgent_until == Some(until) {
        return Ok(());
    }
    if held.marked {
        return Err(ExchangeError::of_field("urgency", "URGENT_ONCE"));
    }
    mark_tx(&mut tx, me.member, cmd.id, until).await?;
    jobs::seek_matches(&mut tx, cmd.id).await?;
    Ok(tx.commit().await?)
}

/// Marks it, where the member has not marked too many lately. The caller holds the lock under which they publish.
pub(crate) async fn mark_tx(
    tx: &mut CommunityTx,
    author: MemberId,
    listing: ListingId,
    until: Timestamp,
) -> Result<(), ExchangeError> {
    let since = tx.now() - limits::urgent_window();
    if store::urgency::marked_since(tx, author, since).await? >= limits::URGENT_EACH {
        return Err(ExchangeError::of_field("urgency", "URGENT_ENOUGH"));
    }
    Ok(store::urgency::mark(tx, listing, until).await?)
}

/// Of those who offer what a request asks for, the best first, whom a letter asks now; nobody unless it is urgent.
pub(crate) async fn to_ask_tx(
    tx: &mut CommunityTx,
    request: ListingId,
    offering: &[MemberId],
) -> Result<Vec<MemberId>, DatabaseError> {
    let since = tx.now() - limits::urgent_window();
    let may_be = store::urgency::to_ask(tx, request, offering, since).await?;
    if may_be.is_empty() {
        return Ok(may_be);
    }
    let reached = reached_tx(tx, &may_be).await?;
    let left = limits::ASKED_FOR_ONE - store::urgency::asked(tx, request).await?;
    let left = usize::try_from(left).unwrap_or(0);
    Ok(may_be.into_iter().filter(|member| reached.contains(member)).take(left).collect())
}

/// Has this member asked: their offer goes with the urgent request.
pub(crate) async fn ask_tx(
    tx: &mut CommunityTx,
    member: MemberId,
    offer: ListingId,
    request: ListingId,
) -> Result<(), DatabaseError> {
    if !store::urgency::ask(tx, member, offer, request).await? {
        return Ok(());
    }
    // Not dropped when it is too late for it: then it says that nobody was asked.
    let at = Schedule::at(tx.now()).meaning(format!("urgent-letter:{request}:{member}"));
    tx.enqueue_with(&UrgentLetter { member, offer, request }, at).await
}

/// What the letter says; nothing, and the member counts as not asked ([`unwritten`]), where it is not urgent any more or promised to somebody, they want no such
/// letters (any more), none reaches them, or they have written about it meanwhile. For the job of [`UrgentLetter`].
pub async fn letter(db: &Db, caller: &Caller, job: &UrgentLetter) -> Result<Option<UrgentFacts>, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let to = recipient_tx(&mut tx, job.member).await?;
    let to = to.filter(|to| to.urgent_letters && to.standing.is_inside() && !to.suppressed);
    tx.read_for(job.member).await?;
    let facts = match to {
        Some(to) => store::urgency::facts(&mut tx, job, to).await?,
        None => None,
    };
    tx.commit().await?;
    if facts.is_none() {
        unwritten(db, caller, job).await?;
    }
    Ok(facts)
}

/// The letter came to nothing: the member reads of the request in their digest, and while it is urgent somebody else is looked for in their
/// place. Each is asked once for a request, so that this comes to an end. For the job of [`UrgentLetter`].
pub async fn unwritten(db: &Db, caller: &Caller, job: &UrgentLetter) -> Result<(), ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    store::urgency::not_asked(&mut tx, job).await?;
    if store::urgency::is_urgent(&mut tx, job.request).await? {
        jobs::seek_matches(&mut tx, job.request).await?;
    }
    Ok(tx.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(now: &str) -> Rules {
        Rules {
            settlements: Vec::new(),
            categories: Vec::new(),
            listing_days: 60,
            zone: chrono_tz::Tz::Europe__Paris,
            now: now.parse().expect("a moment"),
        }
    }

    #[test]
    fn urgent_ends_with_a_day_of_the_community_and_not_of_greenwich() {
        let ends = |now: &str, urgency| until(urgency, &rules(now)).to_rfc3339();
        assert_eq!(ends("2026-03-03T09:00:00Z", Urgency::Today), "2026-03-03T23:00:00+00:00");
        assert_eq!(ends("2026-03-03T09:00:00Z", Urgency::Tomorrow), "2026-03-04T23:00:00+00:00");
        assert_eq!(ends("2026-03-03T09:00:00Z", Urgency::ThreeDays), "2026-03-06T23:00:00+00:00");
        assert_eq!(
            ends("2026-03-03T23:30:00Z", Urgency::Today),
            "2026-03-04T23:00:00+00:00",
            "half past midnight there"
        );
        assert_eq!(
            ends("2026-03-28T12:00:00Z", Urgency::Tomorrow),
            "2026-03-29T22:00:00+00:00",
            "the clocks went forward"
        );
    }
}
