//! What the words of the table mean.

use crate::Actor;
use Actor::{
    Account, Anonymous, Applicant, Editor, Foreign, Guest, Left, Member, Operator, OperatorHere, Owner, Steward,
    Suspended, UnderReview,
};

/// A word of the table with those who may try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// The word.
    pub name: &'static str,
    /// Who may.
    pub may: &'static [Actor],
}

/// Every word. `Foreign` holds a good session of another community: on this host that is nobody. `Operator` is asked on the
/// platform's host; on a community's host (`OperatorHere`) an operator is an account like any other.
pub const RULES: &[Rule] = &[
    Rule {
        name: "anybody",
        may: &[
            Anonymous,
            Foreign,
            Account,
            OperatorHere,
            Applicant,
            Guest,
            Left,
            Suspended,
            UnderReview,
            Member,
            Editor,
            Steward,
            Owner,
            Operator,
        ],
    },
    Rule {
        name: "account",
        may: &[
            Account,
            OperatorHere,
            Applicant,
            Guest,
            Left,
            Suspended,
            UnderReview,
            Member,
            Editor,
            Steward,
            Owner,
            Operator,
        ],
    },
    Rule {
        name: "known",
        may: &[Applicant, Guest, Left, Suspended, UnderReview, Member, Editor, Steward, Owner, Operator],
    },
    Rule { name: "outside", may: &[Account, OperatorHere, Left] },
    // Applying once more with the same id is harmless, so whoever waits already is not refused for it.
    Rule { name: "applying", may: &[Account, OperatorHere, Left, Applicant, Guest] },
    Rule { name: "waiting", may: &[Applicant, Guest] },
    Rule { name: "present", may: &[Applicant, Guest, UnderReview, Member, Editor, Steward, Owner, Operator] },
    Rule { name: "inside", may: &[UnderReview, Member, Editor, Steward, Owner] },
    Rule { name: "full", may: &[Member, Editor, Steward, Owner] },
    Rule { name: "editor", may: &[Editor, Steward, Owner] },
    Rule { name: "steward", may: &[Steward, Owner] },
    Rule { name: "owner", may: &[Owner] },
    Rule { name: "operator", may: &[Operator] },
    Rule { name: "token", may: &[] },
    Rule { name: "house", may: &[] },
];

impl Rule {
    /// The rule of this name.
    pub fn named(name: &str) -> Self {
        *RULES.iter().find(|rule| rule.name == name).unwrap_or_else(|| panic!("the table knows no rule {name}"))
    }

    /// Whether this actor may try.
    pub fn allows(self, actor: Actor) -> bool {
        self.may.contains(&actor)
    }
}
