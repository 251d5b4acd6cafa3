//! Which job is done by which handler: the one table, enumerable for the authorisation tests.

use crate::context::Context;
use crate::jobs;
use crate::outcome::{Handled, Trouble};
use database::{Job, Lane, queue::Leased};
use futures_util::future::BoxFuture;

/// A kind of job this door knows how to do.
pub struct JobKind {
    /// Its name in the queue.
    pub name: &'static str,
    /// Its queue.
    pub lane: Lane,
    pub(crate) run: for<'a> fn(&'a Context, &'a Leased) -> BoxFuture<'a, Handled>,
}

macro_rules! registry {
    ($($job:path => $handler:path),* $(,)?) => {
        /// Every kind of job, by name.
        static KINDS: &[JobKind] = &[$(JobKind {
            name: <$job as Job>::KIND,
            lane: <$job as Job>::LANE,
            run: |context, leased| Box::pin(async move { $handler(context, leased, read::<$job>(leased)?).await }),
        }),*];
    };
}

registry! {
    conversation::MessageLetter => jobs::message_letter::handle,
    exchange::CompareSearches => jobs::compare_searches::handle,
    exchange::ExpireListing => jobs::expire_listing::handle,
    exchange::FindMatches => jobs::find_matches::handle,
    exchange::GuestRequestLetter => jobs::guest_request_letter::handle,
    exchange::HelpLetter => jobs::help_letter::handle,
    exchange::ListingExpiring => jobs::listing_expiring::handle,
    exchange::SavedSearchLetter => jobs::saved_search_letter::handle,
    exchange::MandateLetter => jobs::mandate_letter::handle,
    exchange::OutingLetter => jobs::outing_letter::handle,
    exchange::PlaceListings => jobs::place_listings::handle,
    exchange::RemindOuting => jobs::remind_outing::handle,
    exchange::ShowToAll => jobs::show_to_all::handle,
    exchange::SweepPhoto => jobs::sweep_photo::handle,
    exchange::UrgentLetter => jobs::urgent_letter::handle,
    exchange::WatchRequest => jobs::watch_request::handle,
    membership::jobs::AccountChanged => jobs::account_changed::handle,
    membership::jobs::ApplicantArrived => jobs::applicant_arrived::handle,
    membership::jobs::ComplaintsLetter => jobs::complaints_letter::handle,
    membership::jobs::ConfirmAddress => jobs::confirm_address::handle,
    membership::jobs::MemberAdmitted => jobs::member_admitted::handle,
    membership::jobs::MemberGone => jobs::member_gone::handle,
    membership::jobs::MemberSuspended => jobs::member_suspended::handle,
    membership::jobs::ResetFactors => jobs::reset_factors::handle,
    membership::jobs::SignInLetter => jobs::sign_in_letter::handle,
    membership::jobs::Sweep => jobs::sweep::handle,
    membership::jobs::TellComplaints => jobs::tell_complaints::handle,
    membership::jobs::WelcomeFounder => jobs::welcome_founder::handle,
    membership::jobs::WelcomeMember => jobs::welcome_member::handle,
    notice::DigestLetter => jobs::digest_letter::handle,
    notice::PlanDigests => jobs::plan_digests::handle,
    pictures::jobs::DropPhotos => jobs::drop_photos::handle,
    privacy::jobs::EraseMember => jobs::erase_member::handle,
    privacy::jobs::IdleLetter => jobs::idle_letter::handle,
    privacy::jobs::PrepareCopy => jobs::prepare_copy::handle,
    privacy::jobs::RemovalLetter => jobs::removal_letter::handle,
    privacy::jobs::RemoveCommunity => jobs::remove_community::handle,
    privacy::jobs::TellRemoval => jobs::tell_removal::handle,
    privacy::jobs::WatchIdle => jobs::watch_idle::handle,
    sponsorship::jobs::AdmissionTold => jobs::admission_told::handle,
    sponsorship::jobs::ApplicationLetter => jobs::application_letter::handle,
    sponsorship::jobs::ExpireSponsorship => jobs::expire_sponsorship::handle,
    sponsorship::jobs::HostTurnOver => jobs::host_turn_over::handle,
    sponsorship::jobs::HouseholdEnds => jobs::household_ends::handle,
    sponsorship::jobs::InvitationLetter => jobs::invitation_letter::handle,
    sponsorship::jobs::MeasureOver => jobs::measure_over::handle,
    sponsorship::jobs::MeasureTrust => jobs::measure_trust::handle,
    sponsorship::jobs::MeetingLetter => jobs::meeting_letter::handle,
    sponsorship::jobs::LegacyEnds => jobs::legacy_ends::handle,
    sponsorship::jobs::RecheckApplicant => jobs::recheck_applicant::handle,
    sponsorship::jobs::RecheckReviews => jobs::recheck_reviews::handle,
    sponsorship::jobs::ReviewDue => jobs::review_due::handle,
    sponsorship::jobs::SeekHost => jobs::seek_host::handle,
    sponsorship::jobs::SponsorshipAsked => jobs::sponsorship_asked::handle,
    sponsorship::jobs::SponsorshipDeclined => jobs::sponsorship_declined::handle,
    sponsorship::jobs::SponsorshipGiven => jobs::sponsorship_given::handle,
    sponsorship::jobs::SponsorshipReminder => jobs::sponsorship_reminder::handle,
    sponsorship::jobs::SponsorshipUnanswered => jobs::sponsorship_unanswered::handle,
    sponsorship::jobs::StandingLetter => jobs::standing_letter::handle,
    sponsorship::jobs::WatchApplications => jobs::watch_applications::handle,
}

/// Every kind of job, by name.
pub fn kinds() -> &'static [JobKind] {
    KINDS
}

/// The kind of this name.
pub(crate) fn find(name: &str) -> Option<&'static JobKind> {
    KINDS.iter().find(|kind| kind.name == name)
}

fn read<J: Job>(leased: &Leased) -> Result<J, Trouble> {
    serde_json::from_value(leased.payload.clone())
        .map_err(|error| Trouble::new(format!("the payload does not read: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_one_handler() {
        let names: std::collections::BTreeSet<_> = kinds().iter().map(|kind| kind.name).collect();
        assert_eq!(names.len(), kinds().len());
        assert!(find("sign_in_letter").is_some_and(|kind| kind.lane == Lane::Security));
        assert!(find("nonsense").is_none());
    }
}
