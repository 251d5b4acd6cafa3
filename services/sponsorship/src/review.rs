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
pub use endorse::{Endorse, Endorsed, endorse};
pub use legacy::legacy_ends;

pub(crate) use confirm::uphold;
pub(crate) use cure::cure;

use crate::jobs::{ReviewDue, StandingLetter};
use crate::words::News;
use crate::{SponsorshipError, store};
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
}

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
    let review = Review { id, member, departure, until_at: end_of(found.until).unwrap_or_else(|| tx.now()) };
    store::review::insert(tx, &review, found).await?;
    tell_tx(tx, Tell::new(member, Kind::UnderReview, format!("under-review:{id}"))).await?;
    tx.enqueue(&StandingLetter { member, news: News::UnderReview, about: id.0 }).await?;
    tx.enqueue_with(&ReviewDue { review: id }, Schedule::at(review.until_at)).await?;
    Ok(())
}

/// The moment at which a day is over.
fn end_of(day: Day) -> Option<Timestamp> {
    DateTime::UNIX_EPOCH.checked_add_signed(Duration::days(i64::from(day.number()) + 1))
}
