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
        assert_eq!("favour".parse::<Kind>(), Err(UnknownWord));
    }
}
