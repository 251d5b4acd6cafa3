//! What the doors show: the waiting room, requests to me, tokens, ties, decisions.

mod admission;
mod asked;
mod closest;
mod connection;
mod invitations;
mod newcomers;
mod policy;
mod reservations;
mod standing;
mod ties;
mod tokens;
mod waiting;

pub use admission::{AdmissionView, WitnessStep, admission_of};
pub use asked::{GivenView, RequestView, asked_of_me, given_by_me, open_requests, request};
pub use closest::closest;
pub use connection::{ChainStep, Common, ConnectionView, RecordView, connection};
pub use invitations::{InvitationState, InvitationView, invitations};
pub use newcomers::{NewcomerView, newcomers};
pub use policy::{PolicyView, policy};
pub use reservations::{
    ArrivingView, OpenReservation, ReservationAboutMe, VoiceView, arriving, arriving_one, open_reservations,
    reservations_about_me,
};
pub use standing::{
    AppealView, DecisionView, MeasureView, OpenAppeal, OwnStanding, ProposalView, ReviewView, UnderReview, appeals,
    measures, own_standing, proposal, proposals, reviews,
};
pub use ties::{Tie, ties};
pub use tokens::{TokensView, tokens};
pub use waiting::{AskedView, WaitingRoom, waiting};

pub(crate) use standing::{AppealedRow, ProposalRow};

use kernel::Timestamp;
use trust::{Figures, Missing, Outcome, Verdict};

/// A verdict as people see it: what decided, what is missing, the figures. Names nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerdictSummary {
    /// What comes of it.
    pub outcome: Outcome,
    /// Code of the rule that decided, such as `R1_SPONSORS`.
    pub rule: &'static str,
    /// What stands in the way, in the order of the rules.
    pub missing: Vec<Missing>,
    /// The numbers behind it.
    pub figures: Figures,
    /// Whether some who vouch share a household, so that their words count as one. Says not which.
    pub shared_household: bool,
    /// When only time stands in the way: until then.
    pub again_at: Option<Timestamp>,
}

impl From<Verdict> for VerdictSummary {
    fn from(verdict: Verdict) -> Self {
        Self {
            outcome: verdict.outcome,
            rule: verdict.rule.code(),
            shared_household: verdict.set_aside.iter().any(|aside| aside.why == trust::WhyAside::SameHousehold),
            missing: verdict.missing,
            figures: verdict.figures,
            again_at: verdict.again_at,
        }
    }
}
