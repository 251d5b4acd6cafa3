//! The words a listing is described with.

use kernel::standing::UnknownWord;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant),* }

        impl $name {
            /// Every value, in the order in which forms show them.
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
    /// Which way it goes.
    Direction {
        /// "I can help."
        Offer = "offer",
        /// "I need help."
        Request = "request",
    }
}

words! {
    /// What it is about.
    Kind {
        /// A thing to keep.
        Good = "good",
        /// A thing to give back.
        Loan = "loan",
        /// Somebody's hands and time.
        Service = "service",
        /// Something to learn.
        Skill = "skill",
        /// Something to do together.
        Outing = "outing",
        /// A roof.
        Housing = "housing",
        /// Something to know.
        Information = "information",
    }
}

words! {
    /// What is given in return.
    Settlement {
        /// Nothing.
        Gift = "gift",
        /// Something else.
        Barter = "barter",
        /// Units of the community's own currency.
        Credit = "credit",
        /// Money, where the community allows it.
        Money = "money",
    }
}

words! {
    /// For whom it is.
    #[derive(Default)]
    Audience {
        /// Everybody inside.
        #[default]
        Everyone = "everyone",
        /// Whoever is two vouches away from its author at the most, either way; and the team.
        Friends = "friends",
        /// Whoever is in one of its author's groups; and the team.
        Group = "group",
        /// The team, and nobody else as long as its author does not widen it.
        Stewards = "stewards",
        /// The team, which may show it to everybody.
        StewardsMay = "stewards_may",
        /// The team, and everybody once [`crate::limits::shown_to_all_after`] has passed; the team may show it before.
        StewardsThen = "stewards_then",
    }
}

words! {
    /// How soon a request is needed.
    Urgency {
        /// By the end of this day, in the community's time.
        Today = "today",
        /// By the end of tomorrow.
        Tomorrow = "tomorrow",
        /// By the end of the third day from now.
        ThreeDays = "three_days",
    }
}

impl Urgency {
    /// The day by the end of which it is needed, counted from today.
    pub fn days(self) -> u32 {
        match self {
            Self::Today => 0,
            Self::Tomorrow => 1,
            Self::ThreeDays => 3,
        }
    }
}

impl Audience {
    /// Whether its author lets the team show it to everybody.
    pub fn may_be_passed_on(self) -> bool {
        matches!(self, Self::StewardsMay | Self::StewardsThen)
    }

    /// Whether everybody for whom it is now could still read it: whoever has read something cannot be made to forget it. What was not for a
    /// group never becomes one's.
    pub fn widens_to(self, wider: Self) -> bool {
        wider != Self::Group && self.width() < wider.width()
    }

    fn width(self) -> u8 {
        match self {
            Self::Stewards | Self::StewardsMay | Self::StewardsThen => 0,
            Self::Friends | Self::Group => 1,
            Self::Everyone => 2,
        }
    }
}

words! {
    /// Where a listing stands.
    State {
        /// Somebody who waits to come in wrote it; the team has not looked at it yet.
        Checking = "checking",
        /// The team sent it back to its author, who waits to come in.
        Returned = "returned",
        /// Asked in a member's name, who has not agreed yet: nobody else reads it.
        Agreeing = "agreeing",
        /// That member did not agree: it is over, and was read by nobody else.
        Declined = "declined",
        /// Shown and open to answers.
        Open = "open",
        /// Closed by its author, who said which member helped.
        Fulfilled = "fulfilled",
        /// Closed by its author or by office.
        Closed = "closed",
        /// Its time was over; renewing opens it again.
        Expired = "expired",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_reads_back_as_itself() {
        assert!(Kind::ALL.iter().all(|kind| kind.as_str().parse() == Ok(*kind)));
        assert!(Direction::ALL.iter().all(|direction| direction.as_str().parse() == Ok(*direction)));
        assert!(Settlement::ALL.iter().all(|settlement| settlement.as_str().parse() == Ok(*settlement)));
        assert!(State::ALL.iter().all(|state| state.as_str().parse() == Ok(*state)));
        assert!(Audience::ALL.iter().all(|audience| audience.as_str().parse() == Ok(*audience)));
        assert!(Urgency::ALL.iter().all(|urgency| urgency.as_str().parse() == Ok(*urgency)));
        assert_eq!("favour".parse::<Kind>(), Err(UnknownWord));
    }

    #[test]
    fn an_audience_widens_and_never_narrows() {
        use Audience::{Everyone, Friends, Group, Stewards, StewardsMay, StewardsThen};
        assert!(StewardsMay.widens_to(Friends) && Stewards.widens_to(Everyone) && Friends.widens_to(Everyone));
        assert!(Audience::ALL.iter().all(|one| !one.widens_to(*one) && !Everyone.widens_to(*one)));
        assert!(!Friends.widens_to(StewardsThen) && !StewardsThen.widens_to(StewardsMay));
        assert!(Group.widens_to(Everyone) && !Group.widens_to(Friends) && !Group.widens_to(Stewards));
        assert!(Audience::ALL.iter().all(|one| !one.widens_to(Group)));
    }
}
