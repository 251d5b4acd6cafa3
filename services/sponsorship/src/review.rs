//! Under review: somebody hangs on too few others, because somebody went. They use everything and carry others as before, but vouch for
//! nobody; a new word mends it by itself, and otherwise, when the time is over, a person decides. Nobody is put out by a computation.

mod confirm;
mod cure;
mod due;
mod endorse;
mod legacy;

pub use confirm::{ConfirmMember, confirm_member};
pub use cure::recheck_reviews;
pub use due::review_due;
pub use endorse::{Endorse, Endorsed, could_endorse, endorse};
pub use legacy::legacy_ends;

pub(crate) use confirm::uphold;
pub(crate) use cure::cure;

use crate::jobs::{RecheckReviews, ReviewDue, StandingLetter};
use crate::words::{News, ReviewOutcome};
use crate::{SponsorshipError, settle, store};
use chrono::{DateTime, Duration};
use database::{CommunityTx, Schedule};
use kernel::{DepartureId, MemberId, ReviewId, Standing, Timestamp};
use membership::{MembershipError, change_tx};
use notice::{Kind, Tell, tell_tx};
use trust::Day;

/// A review as it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Review {
    pub(crate) id: ReviewId,
    pub(crate) member: MemberId,
    pub(crate) departure: Option<DepartureId>,
    pub(crate) until_at: Timestamp,
    /// Whether it goes on because of two strikes: then a person ends it, and no new word.
    pub(crate) strikes: bool,
    /// Whether too few paths brought it about, strikes or not.
    pub(crate) of_paths: bool,
}

/// How long people have to look at two strikes before they are called.
const STRIKES_LOOKED_AT: Duration = Duration::days(30);

/// Puts somebody under review, tells them, and sees to it that somebody decides when the time is over. The only owner of a community
/// keeps their standing (bar M8): nobody could decide about them.
pub(crate) async fn open(
    tx: &mut CommunityTx,
    member: MemberId,
    departure: Option<DepartureId>,
    found: &trust::Review,
) -> Result<(), SponsorshipError> {
    match change_tx(tx, member, &[Standing::Member], Standing::UnderReview, None, "").await {
        Ok(_) => {}
        Err(MembershipError::LastOwner) => return Ok(()),
        Err(error) => return Err(error.into()),
    }
    let id = ReviewId(tx.entropy().id());
    let until_at = end_of(found.until).unwrap_or_else(|| tx.now());
    let review = Review { id, member, departure, until_at, strikes: false, of_paths: true };
    store::review::insert(tx, &review, found.paths, found.need).await?;
    tell_tx(tx, Tell::new(member, Kind::UnderReview, format!("under-review:{id}"))).await?;
    tx.enqueue(&StandingLetter { member, news: News::UnderReview, about: id.0 }).await?;
    tx.enqueue_with(&ReviewDue { review: id }, Schedule::at(review.until_at)).await?;
    Ok(())
}

/// Has somebody looked at by people who has had two strikes: no new word mends that, not even a review for too few paths that goes on.
/// Nothing while they are out. A founder and the only owner keep their standing, barred as they are, and the stewards are called at once:
/// fewer roots would take the rule of paths away from everybody, and nobody could decide about the only owner.
pub(crate) async fn open_for_strikes(
    tx: &mut CommunityTx,
    member: MemberId,
    departure: Option<DepartureId>,
) -> Result<(), SponsorshipError> {
    if let Some(review) = store::review::open_of(tx, member).await? {
        return Ok(store::review::set_strikes(tx, review.id, true).await?);
    }
    let id = ReviewId(tx.entropy().id());
    if store::people::look_at(tx, member).await?.is_some_and(|person| person.founder) {
        return settle::call_other_stewards(tx, Some(member), member, Kind::StruckTwice, id.0).await;
    }
    match change_tx(tx, member, &[Standing::Member], Standing::UnderReview, None, "").await {
        Ok(_) => {}
        Err(MembershipError::LastOwner) => {
            return settle::call_other_stewards(tx, Some(member), member, Kind::StruckTwice, id.0).await;
        }
        Err(MembershipError::StandingMoved) => return Ok(()),
        Err(error) => return Err(error.into()),
    }
    let until_at = tx.now() + STRIKES_LOOKED_AT;
    let review = Review { id, member, departure, until_at, strikes: true, of_paths: false };
    store::review::insert(tx, &review, 0, 0).await?;
    tell_tx(tx, Tell::new(member, Kind::UnderReview, format!("under-review:{id}"))).await?;
    tx.enqueue_with(&ReviewDue { review: id }, Schedule::at(until_at)).await?;
    Ok(())
}

/// The strikes were taken back: so is the review, if it goes on; one that too few paths brought about goes on for these.
pub(crate) async fn end_for_strikes(tx: &mut CommunityTx, member: MemberId) -> Result<(), SponsorshipError> {
    let Some(review) = store::review::open_of(tx, member).await?.filter(|review| review.strikes) else { return Ok(()) };
    if review.of_paths {
        store::review::set_strikes(tx, review.id, false).await?;
        tx.enqueue_with(&RecheckReviews {}, Schedule::default().meaning("recheck-reviews")).await?;
        return Ok(());
    }
    let Some(review) = store::review::open_by_id(tx, review.id).await? else {
        // Suspended meanwhile: back again, they are looked at for their paths, and no more for strikes that are none.
        return Ok(store::review::set_strikes(tx, review.id, false).await?);
    };
    cure::back(tx, &review, ReviewOutcome::Cured, None, "").await
}

/// The moment at which a day is over.
fn end_of(day: Day) -> Option<Timestamp> {
    DateTime::UNIX_EPOCH.checked_add_signed(Duration::days(i64::from(day.number()) + 1))
}
