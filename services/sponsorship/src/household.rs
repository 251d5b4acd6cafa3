//! Who shares a household: two people say so, or a steward writes down why; then their words count as one (decision 0035).
//!
//! Invariants
//! - A tie counts from the moment both have said so, or a steward has; where that lets more people fall than one hand may touch, two
//!   stewards say so. Whoever falls goes under review, with the same grace as for any other loss. Nobody is put out.
//! - Either may end it. It goes on counting for two weeks, in which stewards may object: else two could part for an evening, vouch for
//!   somebody as two, and move together again.
//! - Nobody's own place gets any safer by whom they live with: the engine judges everybody by the words given to themselves.
//! - To peers nobody is told with whom anybody lives; an applicant learns that two of their sponsors do, and may
//!   guess which: whoever says so reads that before.

mod answer;
mod begin;
mod end;
mod ends;
mod enter;
mod keep;
mod say;
mod views;

pub use answer::{AnswerTogether, answer_together};
pub use end::{EndTogether, end_together};
pub use ends::household_ends;
pub use enter::{EnterTogether, Entered, enter_together};
pub use keep::{KeepTogether, keep_together};
pub use say::{Said, SayTogether, could_share, say_together};
pub use views::{HouseholdEffects, TieState, TieView, household_effects, household_of, my_household};

use chrono::Duration;
use kernel::{HouseholdId, MemberId, Timestamp};

/// How long a tie goes on counting after one of the two has said that it is over.
pub const OBJECTION_TIME: Duration = Duration::days(14);

/// The most ties one person may have, those that wait included.
pub const MOST_TIES: i64 = 8;

/// The longest reason of a steward, characters.
pub const LONGEST_REASON: usize = 500;

/// Two people, told apart by nothing: the lesser id first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pair {
    pub(crate) one: MemberId,
    pub(crate) other: MemberId,
}

impl Pair {
    pub(crate) fn of(one: MemberId, other: MemberId) -> Self {
        Self { one: one.min(other), other: one.max(other) }
    }

    pub(crate) fn has(self, member: MemberId) -> bool {
        self.one == member || self.other == member
    }

    pub(crate) fn both(self) -> [MemberId; 2] {
        [self.one, self.other]
    }

    /// The other of the two.
    pub(crate) fn but(self, member: MemberId) -> MemberId {
        if self.one == member { self.other } else { self.one }
    }
}

/// A tie as it is stored, held until the transaction ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tie {
    pub(crate) id: HouseholdId,
    pub(crate) pair: Pair,
    pub(crate) said_by: Option<MemberId>,
    /// A steward's; empty where the two said so.
    pub(crate) reason: String,
    pub(crate) agreed: bool,
    pub(crate) began: bool,
    pub(crate) ended_by: Option<MemberId>,
    pub(crate) ending_at: Option<Timestamp>,
    pub(crate) ended: bool,
}

impl Tie {
    /// Whether the two know of it: what a steward has entered and a second one still looks at, they could strike down.
    pub(crate) fn is_known(&self) -> bool {
        !self.ended && (self.began || self.reason.is_empty())
    }
}
