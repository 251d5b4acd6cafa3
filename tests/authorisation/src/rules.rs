//! What the words of the table mean.

use crate::Actor;
use Actor::{Account, Anonymous, Applicant, Foreign, Member, Operator, Owner, Steward, Suspended};

/// A word of the table with those who may try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// The word.
    pub name: &'static str,
    /// Who may.
    pub may: &'static [Actor],
}

/// Every word. `Foreign` holds a good session of another community: on this host that is nobody. `Operator` is asked on the
/// platform's host; on a community's host an operator is an account like any other.
pub const RULES: &[Rule] = &[
    Rule {
        name: "anybody",
        may: &[Anonymous, Foreign, Account, Applicant, Suspended, Member, Steward, Owner, Operator],
    },
    Rule { name: "account", may: &[Account, Applicant, Suspended, Member, Steward, Owner, Operator] },
    Rule { name: "known", may: &[Applicant, Suspended, Member, Steward, Owner, Operator] },
    Rule { name: "outside", may: &[Account] },
    // Applying once more with the same id is harmless, so whoever waits already is not refused for it.
    Rule { name: "applying", may: &[Account, Applicant] },
    Rule { name: "waiting", may: &[Applicant] },
    Rule { name: "present", may: &[Applicant, Member, Steward, Owner, Operator] },
    Rule { name: "inside", may: &[Member, Steward, Owner] },
    Rule { name: "full", may: &[Member, Steward, Owner] },
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
