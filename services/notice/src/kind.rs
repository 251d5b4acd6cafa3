//! The events a member can be told of.

use std::str::FromStr;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $word:literal / $phrase:literal),* $(,)?) => {
        /// An event told to one member.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Kind { $($(#[$doc])* $name),* }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word stored in the database and sent by the interfaces.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),* }
            }

            /// The Fluent key of its sentence. Variables: `$actor` (a name) and `$subject` (a listing's title), both always
            /// given, empty where the kind has none.
            pub fn phrase(self) -> &'static str {
                match self { $(Self::$name => $phrase),* }
            }
        }

        impl FromStr for Kind {
            type Err = UnknownKind;
            fn from_str(word: &str) -> Result<Self, UnknownKind> {
                match word { $($word => Ok(Self::$name),)* _ => Err(UnknownKind) }
            }
        }
    };
}

/// The text names no kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("unknown kind of notification")]
pub struct UnknownKind;

kinds! {
    /// To a sponsor: the actor asks you to vouch for them.
    SponsorshipAsked = "sponsorship_asked" / "notice-sponsorship-asked",
    /// To an applicant: the actor vouches for you.
    SponsorshipGiven = "sponsorship_given" / "notice-sponsorship-given",
    /// To an applicant: a request was declined or found no answer in time; the two are told alike. Names nobody.
    SponsorshipDeclined = "sponsorship_declined" / "notice-sponsorship-declined",
    /// To an applicant: somebody took their word back. Names nobody.
    SponsorshipWithdrawn = "sponsorship_withdrawn" / "notice-sponsorship-withdrawn",
    /// To an inviter: the actor came with your invitation.
    InvitationAccepted = "invitation_accepted" / "notice-invitation-accepted",
    /// To a newcomer: you are in.
    Admitted = "admitted" / "notice-admitted",
    /// To an applicant: the stewards said no.
    Refused = "refused" / "notice-refused",
    /// To a sponsor: the actor, for whom you vouched, is in.
    NewcomerAdmitted = "newcomer_admitted" / "notice-newcomer-admitted",
    /// To stewards: the actor asks to come in.
    ApplicantArrived = "applicant_arrived" / "notice-applicant-arrived",
    /// To stewards: the engine could not decide about the actor; a person must.
    ApplicantUndetermined = "applicant_undetermined" / "notice-applicant-undetermined",
    /// To the other side: the actor wrote to you about the subject.
    MessageReceived = "message_received" / "notice-message-received",
    /// To an author: the subject will soon expire.
    ListingExpiring = "listing_expiring" / "notice-listing-expiring",
    /// To an author: the subject has expired.
    ListingExpired = "listing_expired" / "notice-listing-expired",
    /// To an author: the subject was closed by a steward.
    ListingClosedByOffice = "listing_closed_by_office" / "notice-listing-closed-by-office",
    /// To an author: the subject, which came to the team first, was shown to everybody by a steward.
    ListingPassedOn = "listing_passed_on" / "notice-listing-passed-on",
    /// To an author: the team says that the subject, a request, is not urgent.
    UrgencyTakenOff = "urgency_taken_off" / "notice-urgency-taken-off",
    /// To a member: the actor published the subject, which goes with a listing of yours.
    MatchFound = "match_found" / "notice-match-found",
    /// To an author: others' listings go with the subject.
    MatchesFound = "matches_found" / "notice-matches-found",
    /// To a member: their search, the subject, has found something.
    SearchFound = "search_found" / "notice-search-found",
    /// To stewards: nobody has answered the subject.
    RequestUnanswered = "request_unanswered" / "notice-request-unanswered",
    /// To a member: the actor, a steward, thinks you may be able to help with the subject.
    HelpSuggested = "help_suggested" / "notice-help-suggested",
    /// To stewards: the actor, who waits to come in, asks for the subject; nobody reads it before you have.
    GuestRequestMade = "guest_request_made" / "notice-guest-request-made",
    /// To whoever waits: members read the subject now.
    GuestRequestLetThrough = "guest_request_let_through" / "notice-guest-request-let-through",
    /// To whoever waits: the team sent the subject back, with a reason.
    GuestRequestSentBack = "guest_request_sent_back" / "notice-guest-request-sent-back",
    /// To a member: the actor would ask for the subject in your name.
    MandateAsked = "mandate_asked" / "notice-mandate-asked",
    /// To a proxy: the actor agrees that you ask for the subject in their name.
    MandateAgreed = "mandate_agreed" / "notice-mandate-agreed",
    /// To a proxy, or to whoever they asked for: the subject is not asked in somebody's name any more.
    MandateEnded = "mandate_ended" / "notice-mandate-ended",
    /// To a member: the actor hands over to you what they asked for you, the subject.
    MandateOffered = "mandate_offered" / "notice-mandate-offered",
    /// To a proxy, and to whoever wrote to them: the actor goes on by themselves with the subject.
    MandateTaken = "mandate_taken" / "notice-mandate-taken",
    /// To a member: the actor changed the subject, which you agreed to be asked in your name.
    MandateChanged = "mandate_changed" / "notice-mandate-changed",
    /// To the author of an outing: the actor comes along, or waits for a seat.
    OutingJoined = "outing_joined" / "notice-outing-joined",
    /// To whoever waited for a seat at the subject, an outing: it is theirs.
    OutingSeatFree = "outing_seat_free" / "notice-outing-seat-free",
    /// To whoever comes to the subject: it has another time or place.
    OutingChanged = "outing_changed" / "notice-outing-changed",
    /// To the same: it does not take place.
    OutingCalledOff = "outing_called_off" / "notice-outing-called-off",
    /// To the same: it is tomorrow.
    OutingSoon = "outing_soon" / "notice-outing-soon",
    /// To a helper: the actor thanks you for the subject.
    Thanked = "thanked" / "notice-thanked",
    /// To a member: your standing was changed by a steward.
    StandingChanged = "standing_changed" / "notice-standing-changed",
    /// To a member: the actor vouches for you, who are in already.
    Endorsed = "endorsed" / "notice-endorsed",
    /// To a member: your place is under review.
    UnderReview = "under_review" / "notice-under-review",
    /// To a member: the review of your place has ended well.
    ReviewEnded = "review_ended" / "notice-review-ended",
    /// To stewards: a decision about the actor waits for a second steward.
    SecondNeeded = "second_needed" / "notice-second-needed",
    /// To stewards: the time of the actor's review is over; a person must decide.
    ReviewDue = "review_due" / "notice-review-due",
    /// To stewards: the actor appeals.
    AppealMade = "appeal_made" / "notice-appeal-made",
    /// To a member: your appeal was answered.
    AppealAnswered = "appeal_answered" / "notice-appeal-answered",
    /// To a host: the actor, who knows nobody here, would like to meet you.
    MeetingAsked = "meeting_asked" / "notice-meeting-asked",
    /// To an applicant: the actor, a host, agrees to meet you.
    MeetingAgreed = "meeting_agreed" / "notice-meeting-agreed",
    /// To an applicant: it is the next host's turn. Names nobody.
    MeetingMovedOn = "meeting_moved_on" / "notice-meeting-moved-on",
    /// To a host: your turn is over, the next one is asked.
    MeetingMissed = "meeting_missed" / "notice-meeting-missed",
    /// To a host: the actor does not need the meeting any more.
    MeetingOver = "meeting_over" / "notice-meeting-over",
    /// To an applicant: the actor, a host, has written to you.
    HostWrote = "host_wrote" / "notice-host-wrote",
    /// To a host: the actor, whom you are to meet, has written to you.
    NewcomerWrote = "newcomer_wrote" / "notice-newcomer-wrote",
    /// To an applicant: your application ends soon.
    ApplicationEnding = "application_ending" / "notice-application-ending",
    /// To an applicant: somebody has confided a doubt about you. Names nobody.
    ReservationTold = "reservation_told" / "notice-reservation-told",
    /// To an applicant: it is over.
    ReservationSettled = "reservation_settled" / "notice-reservation-settled",
    /// To a steward: a doubt about an applicant waits for your voice.
    ReservationMade = "reservation_made" / "notice-reservation-made",
    /// To a steward: an applicant has answered one.
    ReservationAnswered = "reservation_answered" / "notice-reservation-answered",
    /// To a member: something was decided about how you vouch.
    MeasureGiven = "measure_given" / "notice-measure-given",
    /// To a steward: a founder, or the only owner, has had two strikes within two years.
    StruckTwice = "struck_twice" / "notice-struck-twice",
    /// To a member: it was taken back.
    MeasureLifted = "measure_lifted" / "notice-measure-lifted",
    /// To a member: its time is over.
    MeasureOver = "measure_over" / "notice-measure-over",
    /// To a member: the actor says that you share a household.
    HouseholdAsked = "household_asked" / "notice-household-asked",
    /// To whoever said so: the actor agrees.
    HouseholdAgreed = "household_agreed" / "notice-household-agreed",
    /// To a member: the actor says that you share a household no longer.
    HouseholdEnding = "household_ending" / "notice-household-ending",
    /// To a steward: the actor says that they share a household no longer; an objection can be made.
    HouseholdParting = "household_parting" / "notice-household-parting",
    /// To a steward: that the actor shares a household touches many; a steward must look.
    HouseholdLook = "household_look" / "notice-household-look",
    /// To a steward: the actor asks for a group.
    GroupAsked = "group_asked" / "notice-group-asked",
    /// To whoever asked for a group: it is granted.
    GroupGranted = "group_granted" / "notice-group-granted",
    /// To whoever asked for a group: it is declined.
    GroupDeclined = "group_declined" / "notice-group-declined",
    /// To whoever keeps a group: the actor asks to join it.
    GroupJoining = "group_joining" / "notice-group-joining",
    /// To a member: you are in the group you asked to join.
    GroupLetIn = "group_let_in" / "notice-group-let-in",
    /// To a member: you were not let into it.
    GroupNotLetIn = "group_not_let_in" / "notice-group-not-let-in",
    /// To a member of a group: it is yours to look after.
    GroupHandedOver = "group_handed_over" / "notice-group-handed-over",
    /// To a member of a group: the actor asks you to look after it.
    GroupOffered = "group_offered" / "notice-group-offered",
    /// To whoever kept a group: the actor looks after it now, as you asked.
    GroupTaken = "group_taken" / "notice-group-taken",
    /// To whoever keeps a group: the actor does not wish to look after it.
    GroupNotTaken = "group_not_taken" / "notice-group-not-taken",
    /// To a member: you were put out of a group.
    GroupPutOut = "group_put_out" / "notice-group-put-out",
    /// To a member of a group: it is called otherwise now.
    GroupRenamed = "group_renamed" / "notice-group-renamed",
    /// To a member of a group: it is over.
    GroupClosed = "group_closed" / "notice-group-closed",
    /// To a member: you were given an office.
    RoleGiven = "role_given" / "notice-role-given",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_reads_back_from_its_word_and_has_the_phrase_of_that_word() {
        for kind in Kind::ALL {
            assert_eq!(kind.as_str().parse(), Ok(*kind));
            assert_eq!(kind.phrase(), format!("notice-{}", kind.as_str().replace('_', "-")));
        }
        assert_eq!("nonsense".parse::<Kind>(), Err(UnknownKind));
    }
}
