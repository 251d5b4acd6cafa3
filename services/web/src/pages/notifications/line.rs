//! One notification as a line: its sentence, where it leads, whether it is new.

use kernel::{MemberId, Timestamp};
use notice::{Kind, NotificationView};
use phrases::Words;

/// A line of the page, also shown on the home page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// The notification.
    pub id: String,
    pub icon: &'static str,
    pub text: String,
    /// Where what it tells of can be looked at.
    pub href: String,
    pub ago: String,
    pub machine: String,
    pub unread: bool,
}

impl Line {
    /// As whoever waits to come in sees it: what is about their own request leads to the waiting room.
    pub(crate) fn of_guest(view: &NotificationView, words: Words, now: &Timestamp) -> Self {
        let line = Self::of(view, words, now);
        match view.kind {
            Kind::MessageReceived => Self { href: under("/waiting/talks", view.conversation), ..line },
            Kind::ListingExpired | Kind::ListingClosedByOffice => Self { href: "/waiting/request".to_owned(), ..line },
            Kind::OutingSeatFree | Kind::OutingChanged | Kind::OutingCalledOff | Kind::OutingSoon => {
                Self { href: "/waiting/outings".to_owned(), ..line }
            }
            _ => line,
        }
    }

    pub(crate) fn of(view: &NotificationView, words: Words, now: &Timestamp) -> Self {
        let actor = if view.actor_name.is_empty() { words.t("common-somebody") } else { view.actor_name.clone() };
        Self {
            id: view.id.to_string(),
            icon: icon(view.kind),
            text: words.t2(view.kind.phrase(), "actor", actor, "subject", &view.subject),
            href: leads_to(view),
            ago: words.ago(&view.created_at, now),
            machine: words.machine(&view.created_at),
            unread: view.read_at.is_none(),
        }
    }
}

#[expect(clippy::too_many_lines, reason = "a table: every kind stands in it")]
fn icon(kind: Kind) -> &'static str {
    match kind {
        Kind::SponsorshipAsked
        | Kind::SponsorshipGiven
        | Kind::SponsorshipDeclined
        | Kind::SponsorshipWithdrawn
        | Kind::Endorsed => "link",
        Kind::MeetingAsked
        | Kind::MeetingAgreed
        | Kind::MeetingMovedOn
        | Kind::MeetingMissed
        | Kind::MeetingOver
        | Kind::HouseholdAsked
        | Kind::HouseholdAgreed
        | Kind::HouseholdEnding
        | Kind::HouseholdParting
        | Kind::HouseholdLook
        | Kind::MandateAsked
        | Kind::MandateAgreed
        | Kind::MandateEnded
        | Kind::MandateOffered
        | Kind::MandateTaken
        | Kind::ListingPassedOn
        | Kind::MandateChanged
        | Kind::GroupAsked
        | Kind::GroupGranted
        | Kind::GroupDeclined
        | Kind::GroupJoining
        | Kind::GroupLetIn
        | Kind::GroupNotLetIn
        | Kind::GroupHandedOver
        | Kind::GroupOffered
        | Kind::GroupTaken
        | Kind::GroupNotTaken
        | Kind::GroupPutOut
        | Kind::GroupRenamed
        | Kind::GroupClosed
        | Kind::OutingJoined
        | Kind::OutingSeatFree => "users",
        Kind::InvitationAccepted => "mail",
        Kind::Admitted | Kind::Refused | Kind::NewcomerAdmitted => "door",
        Kind::ApplicantArrived
        | Kind::ApplicantUndetermined
        | Kind::StandingChanged
        | Kind::RoleGiven
        | Kind::UnderReview
        | Kind::ReviewEnded
        | Kind::SecondNeeded
        | Kind::ReviewDue
        | Kind::StruckTwice => "shield",
        Kind::AppealMade
        | Kind::AppealAnswered
        | Kind::ListingClosedByOffice
        | Kind::UrgencyTakenOff
        | Kind::MeasureGiven
        | Kind::MeasureLifted
        | Kind::MeasureOver
        | Kind::ReservationTold
        | Kind::ReservationSettled
        | Kind::ReservationMade
        | Kind::ReservationAnswered => "flag",
        Kind::MessageReceived | Kind::HostWrote | Kind::NewcomerWrote => "message",
        Kind::ListingExpiring
        | Kind::ListingExpired
        | Kind::ApplicationEnding
        | Kind::RequestUnanswered
        | Kind::OutingChanged
        | Kind::OutingCalledOff
        | Kind::OutingSoon => "clock",
        Kind::MatchFound | Kind::MatchesFound | Kind::HelpSuggested => "swap",
        Kind::SearchFound => "search",
        Kind::GuestRequestMade | Kind::GuestRequestLetThrough | Kind::GuestRequestSentBack => "eye",
        Kind::Thanked => "heart",
    }
}

#[expect(clippy::too_many_lines, reason = "a table: every kind stands in it")]
fn leads_to(view: &NotificationView) -> String {
    match view.kind {
        Kind::SponsorshipAsked => under("/requests", view.sponsorship),
        Kind::SponsorshipGiven
        | Kind::SponsorshipDeclined
        | Kind::SponsorshipWithdrawn
        | Kind::Refused
        | Kind::ApplicationEnding
        | Kind::ReservationTold
        | Kind::ReservationSettled => "/waiting".to_owned(),
        Kind::MeetingAsked | Kind::MeetingMissed | Kind::MeetingOver | Kind::NewcomerWrote => "/hosting".to_owned(),
        Kind::MeetingAgreed | Kind::MeetingMovedOn | Kind::HostWrote => "/waiting/host".to_owned(),
        Kind::ReservationMade | Kind::ReservationAnswered => "/steward/reservations".to_owned(),
        Kind::InvitationAccepted => "/vouching".to_owned(),
        Kind::UnderReview
        | Kind::ReviewEnded
        | Kind::AppealAnswered
        | Kind::MeasureGiven
        | Kind::MeasureLifted
        | Kind::MeasureOver => "/me/standing".to_owned(),
        Kind::SecondNeeded | Kind::ReviewDue | Kind::AppealMade => "/steward/reviews".to_owned(),
        Kind::StruckTwice => {
            view.actor.map_or_else(|| "/steward".to_owned(), |member| format!("/steward/members/{member}/measures"))
        }
        Kind::HouseholdAsked | Kind::HouseholdAgreed | Kind::HouseholdEnding => "/me/household".to_owned(),
        Kind::HouseholdParting | Kind::HouseholdLook => {
            view.actor.map_or_else(|| "/steward".to_owned(), |member| format!("/steward/members/{member}/household"))
        }
        Kind::NewcomerAdmitted | Kind::Endorsed => under::<MemberId>("/members", view.actor),
        Kind::Admitted => "/".to_owned(),
        Kind::ApplicantArrived | Kind::ApplicantUndetermined => "/steward".to_owned(),
        Kind::MessageReceived => under("/messages", view.conversation),
        Kind::ListingExpiring => {
            view.listing.map_or_else(|| "/listings/mine".to_owned(), |listing| format!("/listings/{listing}/renew"))
        }
        Kind::ListingExpired
        | Kind::ListingClosedByOffice
        | Kind::UrgencyTakenOff
        | Kind::ListingPassedOn
        | Kind::Thanked
        | Kind::MatchFound
        | Kind::MandateTaken
        | Kind::HelpSuggested
        | Kind::OutingJoined
        | Kind::OutingSeatFree
        | Kind::OutingChanged
        | Kind::OutingCalledOff
        | Kind::OutingSoon => under("/listings", view.listing),
        Kind::MandateAsked | Kind::MandateAgreed | Kind::MandateEnded | Kind::MandateOffered | Kind::MandateChanged => {
            view.listing.map_or_else(|| "/listings/mine".to_owned(), |listing| format!("/listings/{listing}/mandate"))
        }
        Kind::GroupAsked => "/steward/groups".to_owned(),
        Kind::GroupGranted
        | Kind::GroupDeclined
        | Kind::GroupJoining
        | Kind::GroupLetIn
        | Kind::GroupNotLetIn
        | Kind::GroupHandedOver
        | Kind::GroupOffered
        | Kind::GroupTaken
        | Kind::GroupNotTaken
        | Kind::GroupPutOut
        | Kind::GroupRenamed
        | Kind::GroupClosed => under("/groups", view.group),
        Kind::MatchesFound => "/matches".to_owned(),
        Kind::SearchFound => "/searches".to_owned(),
        Kind::RequestUnanswered => "/steward/unanswered".to_owned(),
        Kind::GuestRequestMade => "/steward/checks".to_owned(),
        Kind::GuestRequestLetThrough | Kind::GuestRequestSentBack => "/waiting/request".to_owned(),
        Kind::StandingChanged | Kind::RoleGiven => "/me".to_owned(),
    }
}

/// The thing's own page, or the list when the thing is gone.
fn under<T: ToString>(list: &str, id: Option<T>) -> String {
    id.map_or_else(|| list.to_owned(), |id| format!("{list}/{}", id.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::notifications::list::sample;
    use crate::shell::sample_words;

    #[test]
    fn every_kind_has_a_sentence_and_leads_to_a_page_of_ours() {
        let (words, now) = (sample_words(), Timestamp::default());
        for kind in Kind::ALL {
            let line = Line::of(&sample(*kind, now), words, &now);
            assert!(line.href.starts_with('/') && !line.text.starts_with('['), "{line:?}");
        }
    }

    #[test]
    fn what_names_nobody_is_told_of_somebody() {
        let now = Timestamp::default();
        let nobody = NotificationView { actor: None, actor_name: String::new(), ..sample(Kind::Thanked, now) };
        let line = Line::of(&nobody, sample_words(), &now);
        assert!(line.text.starts_with("Quelqu’un vous remercie"), "{line:?}");
    }
}
