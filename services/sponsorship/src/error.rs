//! How this noun says no.

use community::{CommunityError, text::BadText};
use database::DatabaseError;
use kernel::{Forbidden, Refusal, RefusalKind, Refuse, TooOften};
use membership::MembershipError;
use trust::Day;

/// Why something about a sponsorship, an invitation or an admission was not done.
#[derive(Debug, thiserror::Error)]
pub enum SponsorshipError {
    /// The permission table said no.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Too often.
    #[error(transparent)]
    TooOften(#[from] TooOften),
    /// Absent, or somebody else's.
    #[error("there is no such request here")]
    NotFound,
    /// A text is missing or too long.
    #[error(transparent)]
    Text(#[from] BadText),
    /// The applicant was let in, refused or left meanwhile.
    #[error("this person is not waiting any more")]
    NotWaiting,
    /// The request was answered, withdrawn or ran out before.
    #[error("this request was answered before")]
    AlreadyAnswered,
    /// The newcomer is in: one's word cannot simply be taken back any more.
    #[error("this person has been admitted; your word cannot be taken back any more")]
    TooLateToWithdraw,
    /// The sponsor's own standing is being looked at.
    #[error("while your own standing is under review you cannot vouch for others")]
    UnderReview,
    /// Too short a time in the community to vouch.
    #[error("you have not been a member for long enough to vouch for others")]
    TooNew {
        /// The first day on which they may.
        from: Day,
    },
    /// The allowance is spent, or promised.
    #[error("you have no sponsorship left to give at the moment")]
    NoTokenLeft,
    /// Nobody sponsors themselves.
    #[error("you cannot vouch for yourself")]
    Oneself,
    /// This person was asked before and has not answered yet.
    #[error("you have asked this person already")]
    AlreadyAsked,
    /// This person was asked not long ago.
    #[error("you have asked this person not long ago; wait a few days")]
    AskedLately,
    /// As many requests were made in a day as may be.
    #[error("you have asked many people today; ask the next one tomorrow")]
    AskedTooOften,
    /// As many requests are open as may be.
    #[error("so many requests are open that you have to wait for an answer first")]
    TooManyOpen,
    /// A client-made id that belongs to something else.
    #[error("this id is already in use")]
    IdInUse,
    /// A link or invitation that does not hold: unknown, replaced, used, revoked, or out of time.
    #[error("this link does not hold any more")]
    LinkSpent,
    /// As many invitations are open as may be.
    #[error("so many invitations are open that you have to wait for an answer first")]
    TooManyInvitations,
    /// The same address was invited before, and the invitation still holds.
    #[error("you have invited this address already")]
    AlreadyInvited,
    /// Here members decide by vouching; an office may decide only what the rules leave open.
    #[error("in this community members decide who comes in, by vouching")]
    NotByOffice,
    /// Others are touched than were shown.
    #[error("meanwhile other people are concerned; look again before you decide")]
    GraphMoved,
    /// A wish about this person waits for a second steward.
    #[error("a decision about this person waits for a second steward already")]
    DepartureWaits,
    /// It was done, called off, or has waited too long.
    #[error("this has been settled, or nobody confirmed it in time")]
    DepartureSettled,
    /// The second hand must be another's.
    #[error("another steward must confirm this")]
    SameSteward,
    /// A measure keeps the caller from vouching for now.
    #[error("for now you may not vouch for others; the page of your place says why and until when")]
    SponsoringPaused,
    /// One's own reservation about them is open.
    #[error("you have confided a reservation about this person already")]
    AlreadyReserved,
    /// Whoever confided a reservation does not decide about it.
    #[error("this reservation is yours: others decide")]
    OwnReservation,
    /// An open reservation holds admission by whatever road.
    #[error("a reservation about this person still waits")]
    ReservationOpen,
    /// They are trusted from the first day, or nothing hangs on words here.
    #[error("nobody need vouch for this person")]
    NeedsNoWord,
    /// The caller's word for this person stands.
    #[error("you vouch for this person already")]
    AlreadyVouched,
    /// They share a household already.
    #[error("it is known already that these two share a household")]
    AlreadyTogether,
    /// One of the two has as many ties as anybody may have.
    #[error("so many people are said to share this household that a steward has to look")]
    HouseholdFull,
    /// The review has ended.
    #[error("this review has ended")]
    ReviewEnded,
    /// One text against one decision.
    #[error("an appeal was made against this already")]
    AlreadyAppealed,
    /// Whoever took part in the decision does not read the appeal, as long as there is another.
    #[error("somebody who did not decide must read this appeal")]
    OwnDecision,
    /// Too many hosts are being asked already.
    #[error("hosts are being looked for already; wait for these")]
    TooManyMeetings,
    /// The meeting is not open to this any more.
    #[error("this meeting is settled")]
    MeetingSettled,
    /// Neither in person nor by video.
    #[error("say in which way you would meet people")]
    NoWayToMeet,
    /// More newcomers a month than anybody meets, or none.
    #[error("say how many newcomers a month, 1 to 20")]
    TooManyAMonth,
    /// The day lies ahead, or before the meeting was asked for.
    #[error("that day cannot be the day you met")]
    NotThatDay,
    /// More lines than it takes to find a day.
    #[error("enough has been written about this meeting")]
    TooManyLines,
    /// The end is not near enough to ask for more time.
    #[error("there is time yet; renew when the end is near")]
    RenewLater,
    /// The membership said no.
    #[error(transparent)]
    Membership(#[from] MembershipError),
    /// The community said no.
    #[error(transparent)]
    Community(#[from] CommunityError),
    /// Our own failure.
    #[error(transparent)]
    Fault(#[from] DatabaseError),
}

impl Refuse for SponsorshipError {
    fn refusal(&self) -> Refusal {
        let conflict = |code| Refusal::new(RefusalKind::Conflict, code);
        let forbidden = |code| Refusal::new(RefusalKind::Forbidden, code);
        match self {
            Self::Forbidden(no) => no.refusal(),
            Self::TooOften(no) => no.refusal(),
            Self::NotFound => Refusal::NOT_FOUND,
            Self::Text(bad) => bad.refusal(),
            Self::NotWaiting => conflict("NOT_WAITING"),
            Self::AlreadyAnswered => conflict("ALREADY_ANSWERED"),
            Self::TooLateToWithdraw => conflict("TOO_LATE_TO_WITHDRAW"),
            Self::UnderReview => forbidden("UNDER_REVIEW"),
            Self::TooNew { .. } => forbidden("SPONSOR_TOO_NEW"),
            Self::NoTokenLeft => forbidden("NO_TOKEN_LEFT"),
            Self::Oneself => Refusal::of_field("SPONSOR_ONESELF", "email"),
            Self::AlreadyAsked => conflict("ALREADY_ASKED"),
            Self::AskedLately => Refusal::new(RefusalKind::TooMany, "ASKED_LATELY"),
            Self::AskedTooOften => Refusal::new(RefusalKind::TooMany, "ASKED_TOO_OFTEN"),
            Self::TooManyOpen => Refusal::new(RefusalKind::TooMany, "TOO_MANY_OPEN"),
            Self::IdInUse => conflict("ID_IN_USE"),
            Self::LinkSpent => Refusal::new(RefusalKind::NotFound, "LINK_SPENT"),
            Self::TooManyInvitations => Refusal::new(RefusalKind::TooMany, "TOO_MANY_INVITATIONS"),
            Self::AlreadyInvited => conflict("ALREADY_INVITED"),
            Self::NotByOffice => forbidden("NOT_BY_OFFICE"),
            Self::GraphMoved => conflict("GRAPH_MOVED"),
            Self::DepartureWaits => conflict("DEPARTURE_WAITS"),
            Self::DepartureSettled => conflict("DEPARTURE_SETTLED"),
            Self::SameSteward => conflict("SAME_STEWARD"),
            Self::SponsoringPaused => forbidden("SPONSORING_PAUSED"),
            Self::AlreadyReserved => conflict("ALREADY_RESERVED"),
            Self::OwnReservation => forbidden("OWN_RESERVATION"),
            Self::ReservationOpen => conflict("RESERVATION_OPEN"),
            Self::NeedsNoWord => conflict("NEEDS_NO_WORD"),
            Self::AlreadyVouched => conflict("ALREADY_VOUCHED"),
            Self::AlreadyTogether => conflict("ALREADY_TOGETHER"),
            Self::HouseholdFull => conflict("HOUSEHOLD_FULL"),
            Self::ReviewEnded => conflict("REVIEW_ENDED"),
            Self::AlreadyAppealed => conflict("ALREADY_APPEALED"),
            Self::OwnDecision => conflict("OWN_DECISION"),
            Self::TooManyMeetings => Refusal::new(RefusalKind::TooMany, "TOO_MANY_MEETINGS"),
            Self::MeetingSettled => conflict("MEETING_SETTLED"),
            Self::NoWayToMeet => Refusal::of_field("NO_WAY_TO_MEET", "ways"),
            Self::TooManyAMonth => Refusal::of_field("TOO_MANY_A_MONTH", "a_month"),
            Self::NotThatDay => Refusal::of_field("NOT_THAT_DAY", "met_on"),
            Self::TooManyLines => Refusal::new(RefusalKind::TooMany, "TOO_MANY_LINES"),
            Self::RenewLater => conflict("RENEW_LATER"),
            Self::Membership(no) => no.refusal(),
            Self::Community(no) => no.refusal(),
            Self::Fault(fault) => fault.refusal(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_not_be_known_of_is_refused_like_what_does_not_exist() {
        assert_eq!(SponsorshipError::NotFound.refusal(), Refusal::NOT_FOUND);
        assert_eq!(SponsorshipError::LinkSpent.refusal().kind, RefusalKind::NotFound);
    }
}
