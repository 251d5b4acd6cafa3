//! What has to happen to a listing later.

use crate::{Extent, limits, saved_search::News};
use chrono::Duration;
use database::{CommunityTx, DatabaseError, Job, Lane, Schedule};
use kernel::{ListingId, MemberId, PhotoId, Timestamp};
use serde::{Deserialize, Serialize};

/// Tell the author that the listing is about to expire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListingExpiring {
    /// The listing.
    pub listing: ListingId,
    /// How many days before the end this is.
    pub days: u8,
    /// The end it was written for; once renewed the listing has another one, and this job is not needed.
    pub expires_at: Timestamp,
}

impl Job for ListingExpiring {
    const KIND: &'static str = "listing_expiring";
    const LANE: Lane = Lane::Bulk;
}

impl ListingExpiring {
    /// The moment from which the author may be told.
    pub fn due_at(&self) -> Timestamp {
        self.expires_at - Duration::days(i64::from(self.days))
    }
}

/// The listing's time is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpireListing {
    /// The listing.
    pub listing: ListingId,
    /// The end it was written for.
    pub expires_at: Timestamp,
}

impl Job for ExpireListing {
    const KIND: &'static str = "expire_listing";
    const LANE: Lane = Lane::Bulk;
}

/// Look for what goes with a listing, and tell both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindMatches {
    /// The listing.
    pub listing: ListingId,
}

impl Job for FindMatches {
    const KIND: &'static str = "find_matches";
    const LANE: Lane = Lane::Prompt;
}

/// Look for the searches that find a listing, and tell those who keep them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompareSearches {
    /// The listing.
    pub listing: ListingId,
}

impl Job for CompareSearches {
    const KIND: &'static str = "compare_searches";
    const LANE: Lane = Lane::Prompt;
}

/// Tell a member by letter what their searches found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedSearchLetter {
    /// Whose searches.
    pub member: MemberId,
    /// Those of which news go this way.
    pub news: News,
}

impl Job for SavedSearchLetter {
    const KIND: &'static str = "saved_search_letter";
    const LANE: Lane = Lane::Bulk;
}

/// Look whether a photo came to be part of a listing; if not, it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SweepPhoto {
    /// The photo.
    pub photo: PhotoId,
}

impl Job for SweepPhoto {
    const KIND: &'static str = "sweep_photo";
    const LANE: Lane = Lane::Bulk;
}

/// Give listings without a place theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceListings {}

impl Job for PlaceListings {
    const KIND: &'static str = "place_listings";
    const LANE: Lane = Lane::Bulk;
}

/// Look whether somebody has answered a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WatchRequest {
    /// The request.
    pub listing: ListingId,
}

impl Job for WatchRequest {
    const KIND: &'static str = "watch_request";
    const LANE: Lane = Lane::Bulk;
}

/// Show a listing that came to the team first to everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowToAll {
    /// The listing.
    pub listing: ListingId,
}

impl Job for ShowToAll {
    const KIND: &'static str = "show_to_all";
    const LANE: Lane = Lane::Bulk;
}

/// Tell by letter how the request of somebody who waits goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuestRequestLetter {
    /// Who is told: its author, or a steward.
    pub member: MemberId,
    /// The request.
    pub listing: ListingId,
    /// Of what.
    pub news: CheckNews,
    /// What was sent when: of what was changed meanwhile nothing is told.
    pub sent_at: Timestamp,
}

impl Job for GuestRequestLetter {
    const KIND: &'static str = "guest_request_letter";
    const LANE: Lane = Lane::Prompt;
}

/// What there is to tell of a request that the team looks at first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckNews {
    /// To a steward: it waits to be looked at.
    Waits,
    /// To its author: members read it now.
    LetThrough,
    /// To its author: it came back, with a reason.
    SentBack,
}

/// Tell by letter of a request in somebody's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MandateLetter {
    /// Who is told: the person, or the proxy.
    pub member: MemberId,
    /// The request.
    pub listing: ListingId,
    /// Of what.
    pub news: MandateNews,
}

impl Job for MandateLetter {
    const KIND: &'static str = "mandate_letter";
    const LANE: Lane = Lane::Prompt;
}

/// What there is to tell of a request in somebody's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MandateNews {
    /// To the person: somebody would ask in your name.
    Asked,
    /// To the proxy: they agree.
    Agreed,
    /// To either: it is over; to the proxy: what was handed over is not taken.
    Ended,
    /// To the person: somebody hands over to you what they asked for you.
    Offered,
    /// To the proxy: the person goes on by themselves.
    Taken,
}

/// Remind everybody who comes to an outing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemindOuting {
    /// The outing.
    pub listing: ListingId,
    /// The beginning it was written for; moved, the outing has another one, and this job is not needed.
    pub starts_at: Timestamp,
}

impl Job for RemindOuting {
    const KIND: &'static str = "remind_outing";
    const LANE: Lane = Lane::Bulk;
}

/// Tell somebody who comes to an outing, or waited for a seat, how it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutingLetter {
    /// Who is told.
    pub member: MemberId,
    /// The outing.
    pub listing: ListingId,
    /// Of what.
    pub news: OutingNews,
    /// What stood in it then ([`crate::outing`]): of a call-off that is not the last word nothing is told.
    pub revision: i32,
}

impl Job for OutingLetter {
    const KIND: &'static str = "outing_letter";
    const LANE: Lane = Lane::Prompt;
}

/// What there is to tell of an outing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutingNews {
    /// A seat has become free, and it is theirs.
    SeatFree,
    /// Another time or place.
    Changed,
    /// It does not take place.
    CalledOff,
    /// It is soon.
    Soon,
}

/// Ask somebody who may be able to help with an urgent request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct UrgentLetter {
    /// Who is asked.
    pub member: MemberId,
    /// What they offer.
    pub offer: ListingId,
    /// The request that it goes with.
    pub request: ListingId,
}

impl Job for UrgentLetter {
    const KIND: &'static str = "urgent_letter";
    const LANE: Lane = Lane::Prompt;
}

/// Ask somebody by letter whether they could help: the team thought of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpLetter {
    /// Who is asked.
    pub member: MemberId,
    /// The request.
    pub request: ListingId,
}

impl Job for HelpLetter {
    const KIND: &'static str = "help_letter";
    const LANE: Lane = Lane::Prompt;
}

/// Has the team told, if nobody answers a request in time.
pub(crate) async fn watch(tx: &mut CommunityTx, request: ListingId) -> Result<(), DatabaseError> {
    let due = tx.now() + limits::unanswered_after();
    // Each time anew: a look that is under way would be taken for this one.
    let meaning = format!("watch-request:{request}:{}", due.timestamp());
    tx.enqueue_with(&WatchRequest { listing: request }, Schedule::at(due).meaning(meaning)).await
}

/// Has its counterparts looked for: it is new, says something else now, or is open again. Each time anew: a search that is under way
/// may have read what it said before.
pub(crate) async fn seek_matches(tx: &mut CommunityTx, listing: ListingId) -> Result<(), DatabaseError> {
    tx.enqueue(&FindMatches { listing }).await
}

/// Has the kept searches compared with it: members may read it now, or it says something else.
pub(crate) async fn compare_searches(tx: &mut CommunityTx, listing: ListingId) -> Result<(), DatabaseError> {
    tx.enqueue(&CompareSearches { listing }).await
}

/// Writes the warnings that are still ahead, and the end; of an outing, that its people are reminded. What ends by a date of its own
/// cannot be renewed, so that nobody is warned of it.
pub(crate) async fn schedule(
    tx: &mut CommunityTx,
    listing: ListingId,
    expires_at: Timestamp,
    extent: &Extent,
) -> Result<(), DatabaseError> {
    if !extent.has_end() {
        warn_before(tx, listing, expires_at).await?;
    }
    if let Some(outing) = &extent.outing {
        remind(tx, listing, outing.starts_at).await?;
    }
    let meaning = end_of(listing, expires_at);
    tx.enqueue_with(&ExpireListing { listing, expires_at }, Schedule::at(expires_at).meaning(meaning)).await
}

async fn remind(tx: &mut CommunityTx, listing: ListingId, starts_at: Timestamp) -> Result<(), DatabaseError> {
    let at = starts_at - limits::outing_reminder();
    if at <= tx.now() {
        return Ok(());
    }
    let meaning = format!("remind-outing:{listing}:{}", starts_at.timestamp_micros());
    tx.enqueue_with(&RemindOuting { listing, starts_at }, Schedule::at(at).meaning(meaning).until(starts_at)).await
}

async fn warn_before(tx: &mut CommunityTx, listing: ListingId, expires_at: Timestamp) -> Result<(), DatabaseError> {
    for days in limits::WARNING_DAYS {
        let job = ListingExpiring { listing, days, expires_at };
        if job.due_at() > tx.now() {
            let meaning = format!("listing-expiring:{listing}:{}:{days}", expires_at.timestamp_micros());
            tx.enqueue_with(&job, Schedule::at(job.due_at()).meaning(meaning).until(expires_at)).await?;
        }
    }
    Ok(())
}

/// What the end of a listing at a moment is called.
pub(crate) fn end_of(listing: ListingId, expires_at: Timestamp) -> String {
    format!("expire-listing:{listing}:{}", expires_at.timestamp_micros())
}
