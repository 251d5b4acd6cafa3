//! Where a person stands inside a community, and which office they hold.

use serde::{Deserialize, Serialize};
use std::str::FromStr;

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

/// The text is none of the known words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("unknown word")]
pub struct UnknownWord;

words! {
    /// A member's standing.
    Standing {
        /// Asked to come in.
        Applicant = "applicant",
        /// May look around while waiting, as far as the policy allows.
        Guest = "guest",
        /// In.
        Member = "member",
        /// In, but may not sponsor until cured or decided upon.
        UnderReview = "under_review",
        /// Out for a while.
        Suspended = "suspended",
        /// Out.
        Expelled = "expelled",
        /// Gone by their own wish.
        Left = "left",
    }
}

words! {
    /// An office inside a community.
    Role {
        /// No office.
        None = "none",
        /// Publishes official information.
        Editor = "editor",
        /// Moderates and coordinates.
        Steward = "steward",
        /// Owns the community's settings.
        Owner = "owner",
    }
}

impl Standing {
    /// Whether the person lives inside: reads listings, writes messages.
    pub fn is_inside(self) -> bool {
        matches!(self, Self::Member | Self::UnderReview)
    }

    /// Whether the person waits to come in, with or without the rights of a guest.
    pub fn is_waiting(self) -> bool {
        matches!(self, Self::Applicant | Self::Guest)
    }
}

#[cfg(test)]
mod tests {
    use super::Standing;

    #[test]
    fn nobody_both_waits_and_is_inside_and_whoever_does_neither_is_out() {
        let out = |standing: &&Standing| !standing.is_waiting() && !standing.is_inside();
        let out: Vec<Standing> = Standing::ALL.iter().filter(out).copied().collect();
        assert_eq!(out, [Standing::Suspended, Standing::Expelled, Standing::Left]);
        assert!(!Standing::ALL.iter().any(|standing| standing.is_waiting() && standing.is_inside()));
    }
}
