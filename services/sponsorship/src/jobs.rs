//! The jobs this noun causes. Payloads hold ids; [`crate::letters`] and the use cases load what is true when they run.

use crate::words::{ApplicationNews, MeetingNews, News};
use database::{Job, Lane};
use kernel::{HouseholdId, InvitationId, MeasureId, MeetingId, MemberId, ReviewId, SponsorshipId, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! jobs {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $kind:ty),* } = $word:literal, $lane:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $name { $($(#[$fdoc])* pub $field: $kind),* }

        impl Job for $name {
            const KIND: &'static str = $word;
            const LANE: Lane = Lane::$lane;
        }
    )*};
}

jobs! {
    /// Bring a request to the member whose address was typed, if there is one ([`crate::deliver`]), and write to them. It is
    /// written for every request, so that asking costs the same whether the address is known or not (bar A1).
    SponsorshipAsked {
        /// The request.
        sponsorship: SponsorshipId
    } = "sponsorship_asked", Prompt;
    /// Remind the member who was asked ([`crate::letters::reminder`]); a few days after asking.
    SponsorshipReminder {
        /// The request.
        sponsorship: SponsorshipId
    } = "sponsorship_reminder", Bulk;
    /// Write to the applicant that a request has found no answer for long, and that they can ask somebody else
    /// ([`crate::letters::unanswered`]). Written for every request, whoever's address it is (bar A1).
    SponsorshipUnanswered {
        /// The request.
        sponsorship: SponsorshipId
    } = "sponsorship_unanswered", Bulk;
    /// Look after how long applications live ([`crate::application::watch`]).
    WatchApplications {} = "watch_applications", Bulk;
    /// Write to an applicant that their application ends soon, or has ended ([`crate::application::application_letter`]).
    ApplicationLetter {
        /// To whom.
        member: MemberId,
        /// What there is to tell.
        news: ApplicationNews
    } = "application_letter", Prompt;
    /// End a request that found no answer ([`crate::expire`]).
    ExpireSponsorship {
        /// The request.
        sponsorship: SponsorshipId
    } = "expire_sponsorship", Bulk;
    /// Write to the applicant that somebody vouches for them ([`crate::letters::given`]).
    SponsorshipGiven {
        /// The sponsorship.
        sponsorship: SponsorshipId
    } = "sponsorship_given", Prompt;
    /// Write to the applicant that a request came to nothing ([`crate::letters::declined`]); names nobody.
    SponsorshipDeclined {
        /// The request.
        sponsorship: SponsorshipId
    } = "sponsorship_declined", Prompt;
    /// Decide again about somebody for whom only time stood in the way ([`crate::recheck`]).
    RecheckApplicant {
        /// The applicant.
        member: MemberId
    } = "recheck_applicant", Prompt;
    /// Tell somebody that a measure about their vouching is over, and have whoever waits with their word decided about anew
    /// ([`crate::measure_over`]).
    MeasureOver {
        /// The measure.
        measure: MeasureId
    } = "measure_over", Prompt;
    /// Write an invitation ([`crate::letters::invitation`]).
    InvitationLetter {
        /// The invitation.
        invitation: InvitationId
    } = "invitation_letter", Prompt;
    /// Measure how healthy the community is ([`crate::measure`]).
    MeasureTrust {} = "measure_trust", Bulk;
    /// Write to somebody where they stand now, and why ([`crate::letters::standing`]).
    StandingLetter {
        /// To whom.
        member: MemberId,
        /// What there is to tell.
        news: News,
        /// The review, the departure or the appeal it is about.
        about: Uuid
    } = "standing_letter", Prompt;
    /// Write to somebody about a meeting with a host ([`crate::letters::meeting`]).
    MeetingLetter {
        /// The meeting.
        meeting: MeetingId,
        /// To whom.
        member: MemberId,
        /// What there is to tell.
        news: MeetingNews
    } = "meeting_letter", Prompt;
    /// It is the next host's turn, if this one has not answered ([`crate::hosting::turn_over`]).
    HostTurnOver {
        /// The meeting.
        meeting: MeetingId,
        /// The host.
        host: MemberId
    } = "host_turn_over", Prompt;
    /// Look once more for a host, where nobody's turn it was ([`crate::hosting::seek_host`]).
    SeekHost {
        /// The meeting.
        meeting: MeetingId
    } = "seek_host", Bulk;
    /// See who of those under review has enough paths again ([`crate::review::recheck_reviews`]).
    RecheckReviews {} = "recheck_reviews", Prompt;
    /// Call the stewards to a review whose time is over ([`crate::review::review_due`]).
    ReviewDue {
        /// The review.
        review: ReviewId
    } = "review_due", Prompt;
    /// Two who have said that they part are two voices again, unless stewards have objected ([`crate::household::household_ends`]).
    HouseholdEnds {
        /// Their tie.
        household: HouseholdId
    } = "household_ends", Prompt;
    /// See who hangs on too few others, now that somebody who left carries nobody any more ([`crate::review::legacy_ends`]).
    LegacyEnds {
        /// Who left.
        member: MemberId,
        /// When; whoever came back since is not meant.
        gone_at: Timestamp
    } = "legacy_ends", Bulk;
    /// Write to a sponsor that the person they vouched for is in ([`crate::letters::admission_told`]).
    AdmissionTold {
        /// The newcomer.
        member: MemberId,
        /// The sponsor.
        sponsor: MemberId
    } = "admission_told", Prompt;
}
