//! Who shares a household with whom.

use super::Member;
use crate::{ids::Global as _, words::HouseholdState};
use async_graphql::{ID, Object};
use kernel::Timestamp;
use sponsorship::{TieState, TieView};

/// That somebody shares a household with another.
pub struct HouseholdTie(pub(crate) TieView);

#[Object]
impl HouseholdTie {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// With whom.
    async fn with(&self) -> Member {
        Member(self.0.with.clone())
    }
    /// Whether whoever is looked at said so first; then only the other can agree.
    async fn is_said_first(&self) -> bool {
        self.0.said_first
    }
    /// A steward's reason; empty where the two said so.
    async fn reason(&self) -> &str {
        &self.0.reason
    }
    /// Where it stands.
    async fn state(&self) -> HouseholdState {
        self.0.state.into()
    }
    /// Until when it counts, where it is about to end.
    async fn ending_at(&self) -> Option<Timestamp> {
        match self.0.state {
            TieState::Ending { at } => Some(at),
            _ => None,
        }
    }
}

/// What it would do if the words of two counted as one.
pub struct HouseholdEffects(pub(crate) sponsorship::HouseholdEffects);

#[Object]
impl HouseholdEffects {
    /// Who would go under review, at most 200.
    async fn falling(&self) -> Vec<Member> {
        self.0.falls.iter().map(|fall| Member(fall.member.clone())).collect()
    }
    /// Of whom the search cannot tell; at most 200.
    async fn unclear(&self) -> Vec<Member> {
        self.0.unclear.iter().cloned().map(Member).collect()
    }
    /// How many people would be touched, named above or not.
    async fn touched(&self) -> u32 {
        self.0.touched
    }
    /// Whether so many are touched that two stewards must agree.
    async fn needs_two_stewards(&self) -> bool {
        self.0.two_stewards
    }
    /// Names what is shown here: to be sent back with the decision.
    async fn seen(&self) -> &str {
        &self.0.seen
    }
}
