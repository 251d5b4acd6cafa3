//! The words of this noun, as stored and as sent by the interfaces.

use kernel::Standing;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// The text is none of the known words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("unknown word")]
pub struct UnknownWord;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant),* }

        impl $name {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word stored in the database and sent by the interfaces.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }
        impl FromStr for $name {
            type Err = UnknownWord;
            fn from_str(word: &str) -> Result<Self, UnknownWord> {
                match word { $($word => Ok(Self::$variant),)* _ => Err(UnknownWord) }
            }
        }
    };
}

words! {
    /// How the sponsor knows the newcomer.
    Relation {
        /// Family.
        Family = "family",
        /// Friends.
        Friend = "friend",
        /// Neighbours.
        Neighbour = "neighbour",
        /// Colleagues.
        Colleague = "colleague",
        /// The same association.
        Association = "association",
        /// Something else.
        Other = "other",
    }
}

words! {
    /// What a sponsorship is now, as its sponsor and the stewards see it.
    State {
        /// Asked for.
        Requested = "requested",
        /// The sponsor vouches.
        Given = "given",
        /// The sponsor said no, in private.
        Declined = "declined",
        /// Taken back: the request by the applicant, or the word by the sponsor before the admission.
        Withdrawn = "withdrawn",
        /// Ran out, or was not needed any more.
        Expired = "expired",
        /// Taken back after the admission.
        Revoked = "revoked",
        /// The sponsor was expelled for fraud: worth nothing.
        Void = "void",
    }
}

words! {
    /// What the applicant is shown of a request. Declined and unanswered look the same.
    AskedState {
        /// No answer yet.
        Waiting = "waiting",
        /// Given.
        Given = "given",
        /// Not this time.
        NotThisTime = "not_this_time",
        /// The applicant took it back.
        Cancelled = "cancelled",
    }
}

words! {
    /// How a request came about.
    Route {
        /// The applicant typed an address.
        Address = "address",
        /// The applicant came by a member's personal link.
        Link = "link",
        /// The sponsor had invited the applicant's address.
        Invitation = "invitation",
        /// It was there before the community came here.
        Import = "import",
        /// The sponsor vouched, unasked, for somebody who was in already.
        Inside = "inside",
        /// The sponsor, a host, has met the applicant, who knew nobody.
        Host = "host",
    }
}

words! {
    /// Why an office puts somebody out.
    Cause {
        /// For a while.
        Suspension = "suspension",
        /// For good, for how they behaved; their words stand on record but carry nobody.
        Conduct = "conduct",
        /// For good, for deceiving; their words are void, and their sponsors answer for theirs.
        Fraud = "fraud",
    }
}

words! {
    /// Where a departure by decision stands.
    DepartureState {
        /// One steward wishes it; another is to confirm it.
        Proposed = "proposed",
        /// It happened.
        Done = "done",
        /// It was called off, or nobody confirmed it in time.
        CalledOff = "called_off",
    }
}

words! {
    /// What somebody answers for their words with, the mildest first.
    Degree {
        /// Told, and no more.
        Warning = "warning",
        /// No vouching for 90 days.
        Pause = "pause",
        /// Half the allowance for a year.
        Smaller = "smaller",
        /// Half the allowance for a year; a second one within two years bars for a year and is looked at by people.
        Strike = "strike",
    }
}

words! {
    /// Of what kind a reservation is.
    Category {
        /// Its author knows the person under another identity.
        Identity = "identity",
        /// An exchange went badly.
        Exchange = "exchange",
        /// Something else, in words.
        Other = "other",
    }
}

words! {
    /// How a reservation ended.
    ReservationOutcome {
        /// Its author took it back.
        Withdrawn = "withdrawn",
        /// Two stewards set it aside.
        SetAside = "set_aside",
        /// Two stewards upheld it, and the applicant was refused.
        Upheld = "upheld",
        /// The applicant waits no more.
        Moot = "moot",
    }
}

words! {
    /// How a review ended.
    ReviewOutcome {
        /// A new word has brought enough independent paths.
        Cured = "cured",
        /// A steward has decided that they stay.
        Confirmed = "confirmed",
        /// They went, by decision or by their own wish.
        Gone = "gone",
    }
}

words! {
    /// How an applicant would like to meet a host.
    Way {
        /// In person.
        Person = "person",
        /// By video.
        Video = "video",
        /// As it comes.
        Either = "either",
    }
}

words! {
    /// How the two have met.
    MetBy {
        /// In person.
        Person = "person",
        /// By video.
        Video = "video",
    }
}

words! {
    /// Where a meeting stands.
    MeetingState {
        /// It is somebody's turn to answer, or nobody is there whose turn it could be.
        Seeking = "seeking",
        /// A host has agreed.
        Agreed = "agreed",
        /// They have met.
        Met = "met",
        /// It is not needed any more.
        Ended = "ended",
    }
}

words! {
    /// What became of a host's turn.
    TurnState {
        /// No answer yet.
        Asked = "asked",
        /// The host agreed.
        Accepted = "accepted",
        /// The host left it to the next one.
        Passed = "passed",
        /// No answer in time.
        Missed = "missed",
        /// The meeting was not needed any more.
        Dropped = "dropped",
    }
}

words! {
    /// What somebody is told about a meeting.
    MeetingNews {
        /// To a host: it is your turn.
        Asked = "asked",
        /// To the applicant: a host has agreed.
        Agreed = "agreed",
        /// To the applicant: it is the next one's turn. Names nobody.
        MovedOn = "moved_on",
        /// To a host: your turn is over.
        Missed = "missed",
        /// To either: the other has written.
        Wrote = "wrote",
    }
}

words! {
    /// What an applicant is told of how long their application lives.
    ApplicationNews {
        /// It ends soon.
        EndsSoon = "ends_soon",
        /// It has ended.
        Closed = "closed",
    }
}

words! {
    /// What somebody is told about where they stand.
    News {
        /// Their place hangs on too few others.
        UnderReview = "under_review",
        /// A new word has mended that.
        Cured = "cured",
        /// A steward has decided that they stay.
        Confirmed = "confirmed",
        /// They are out for a while.
        Suspended = "suspended",
        /// They are out.
        Expelled = "expelled",
        /// They were warned about how they vouch.
        Warned = "warned",
        /// They may not vouch for a while.
        Paused = "paused",
        /// They may vouch less often for a while.
        Smaller = "smaller",
        /// Somebody they vouched for deceived others.
        Struck = "struck",
        /// Stewards hold a word of theirs to be a fault.
        Faulted = "faulted",
        /// That is the second within two years.
        Barred = "barred",
        /// Somebody has confided a doubt about them, who is about to come in.
        Reserved = "reserved",
        /// Somebody says that they share a household.
        HouseholdAsked = "household_asked",
        /// A steward has entered that they do.
        HouseholdEntered = "household_entered",
        /// A steward objects to its end.
        HouseholdKept = "household_kept",
        /// Their appeal was upheld.
        AppealUpheld = "appeal_upheld",
        /// Their appeal was turned down.
        AppealTurnedDown = "appeal_turned_down",
    }
}

impl Cause {
    /// The engine's word for it.
    pub(crate) fn reason(self) -> trust::Reason {
        match self {
            Self::Suspension => trust::Reason::Suspension,
            Self::Conduct => trust::Reason::Conduct,
            Self::Fraud => trust::Reason::Fraud,
        }
    }

    /// Where it leads.
    pub fn standing(self) -> Standing {
        match self {
            Self::Suspension => Standing::Suspended,
            Self::Conduct | Self::Fraud => Standing::Expelled,
        }
    }
}

impl AskedState {
    /// What the applicant is shown. One that was declined waits until its time is over (`ended`). A word taken back by the
    /// sponsor reads "not this time" as well; only a request that was never answered can have been cancelled by the applicant.
    pub fn of(state: State, answered: bool, ended: bool) -> Self {
        match state {
            State::Requested => Self::Waiting,
            State::Declined if !ended => Self::Waiting,
            State::Given => Self::Given,
            State::Withdrawn if !answered => Self::Cancelled,
            State::Withdrawn | State::Declined | State::Expired | State::Revoked | State::Void => Self::NotThisTime,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_applicant_cannot_tell_declined_from_unanswered() {
        assert_eq!(AskedState::of(State::Declined, true, false), AskedState::of(State::Requested, false, false));
        assert_eq!(AskedState::of(State::Declined, true, true), AskedState::of(State::Expired, false, true));
        assert_eq!(AskedState::of(State::Withdrawn, true, true), AskedState::NotThisTime);
        assert_eq!(AskedState::of(State::Withdrawn, false, true), AskedState::Cancelled);
    }

    #[test]
    fn words_read_back() {
        for state in State::ALL {
            assert_eq!(state.as_str().parse(), Ok(*state));
        }
        assert_eq!("cousin".parse::<Relation>(), Err(UnknownWord));
    }
}
