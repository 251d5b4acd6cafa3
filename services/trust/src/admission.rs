//! May this person come in? One function, one value that explains itself (design: trust, section 3).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{AdmissionPolicy, Certificate, Day, TrustGraph, effective_k};

mod eligible;
mod rules;

pub use eligible::{SetAside, WhyAside};

/// A member's word for the applicant, and what is known of that member now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Who offers.
    pub sponsor: u32,
    /// When.
    pub offered_at: DateTime<Utc>,
    /// Tokens the sponsor has left, this offer not counted as paid ([`crate::Allowance::left`]).
    pub tokens_left: u32,
    /// Whether strikes bar the sponsor now ([`crate::Allowance::barred_until`] is some day).
    pub barred: bool,
}

/// Somebody who asks to come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    /// The applicant's number, if one was given already: nobody sponsors themselves.
    pub applicant: Option<u32>,
    /// Open offers. Of several by one sponsor the earliest counts.
    pub offers: Vec<Offer>,
    /// Reservations of members that stewards have not settled yet.
    pub open_reservations: u32,
}

/// What the decision needs to know of the moment and the community.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Circumstances {
    /// Now.
    pub now: DateTime<Utc>,
    /// Day the community opened.
    pub opened: Day,
    /// People admitted since midnight (UTC).
    pub admitted_today: u32,
    /// Members as of yesterday.
    pub members_yesterday: u32,
}

/// What comes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Outcome {
    /// In.
    Admitted,
    /// Not yet; see what is missing.
    Waiting,
    /// The search was cut short: a person must decide. Never an accept.
    Undetermined,
}

/// The rules, in the order they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Rule {
    /// k = 0: a steward, or a rule of the community, admits.
    #[serde(rename = "R0_STEWARD")]
    Steward,
    /// |S| ≥ k.
    #[serde(rename = "R1_SPONSORS")]
    Sponsors,
    /// κ ≥ `k_p` among those who may open doors.
    #[serde(rename = "R2_PATHS")]
    Paths,
    /// Not more than D steps from the roots.
    #[serde(rename = "R3_DISTANCE")]
    Distance,
    /// Sponsors enough, but too few of them with a token.
    #[serde(rename = "R4_TOKENS")]
    Tokens,
    /// The community's pace.
    #[serde(rename = "R5_PACE")]
    Pace,
    /// Time since the first offer.
    #[serde(rename = "R6_COOLING")]
    Cooling,
    /// An open reservation.
    #[serde(rename = "R7_RESERVATION")]
    Reservation,
    /// Nothing stands in the way.
    #[serde(rename = "R8_ALL_MET")]
    AllMet,
}

impl Rule {
    /// The code a door translates, the same as in stored decisions.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Steward => "R0_STEWARD",
            Self::Sponsors => "R1_SPONSORS",
            Self::Paths => "R2_PATHS",
            Self::Distance => "R3_DISTANCE",
            Self::Tokens => "R4_TOKENS",
            Self::Pace => "R5_PACE",
            Self::Cooling => "R6_COOLING",
            Self::Reservation => "R7_RESERVATION",
            Self::AllMet => "R8_ALL_MET",
        }
    }
}

/// What stands in the way, with its numbers. Names nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", tag = "code")]
pub enum Missing {
    /// A steward, or a rule of the community, must admit.
    Steward,
    /// More members must sponsor.
    Sponsors {
        /// Sponsors that count.
        have: u32,
        /// Sponsors needed.
        need: u32,
    },
    /// The sponsors hang on too few others.
    Paths {
        /// Independent paths.
        have: u32,
        /// Paths needed.
        need: u32,
    },
    /// The search was cut short.
    Search {
        /// Independent paths found before.
        at_least: u32,
        /// Paths needed.
        need: u32,
    },
    /// Too far from the roots, or not linked to any.
    Distance {
        /// Steps from the nearest root, if any is linked.
        have: Option<u32>,
        /// Steps allowed.
        at_most: u32,
    },
    /// Some of the sponsors have no token left.
    Tokens {
        /// Sponsors with a token.
        have: u32,
        /// Sponsors needed.
        need: u32,
    },
    /// Enough people came in today.
    Pace {
        /// Admitted today.
        today: u32,
        /// Allowed in a day.
        at_most: u32,
    },
    /// Too soon after the first offer.
    Cooling {
        /// From then on.
        until: DateTime<Utc>,
    },
    /// Stewards are looking at a reservation.
    Reservation {
        /// How many.
        open: u32,
    },
}

/// The numbers behind a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Sponsors that count; of one household one.
    pub sponsors: u32,
    /// Sponsors needed today.
    pub sponsors_needed: u32,
    /// Independent paths, counted up to those needed (up to the sponsors needed while the rule is off); absent when undetermined.
    pub paths: Option<u32>,
    /// Independent paths needed today; 0 while the rule is off.
    pub paths_needed: u32,
    /// Steps from the nearest root, if any is linked.
    pub distance: Option<u32>,
    /// Roots that count; of one household one.
    pub roots: u32,
    /// Seniority asked of sponsors, days.
    pub seniority_days: u32,
}

/// The decision, complete enough to be stored and understood years later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// What comes of it.
    pub outcome: Outcome,
    /// The rule that decided: the first not met, or [`Rule::AllMet`].
    pub rule: Rule,
    /// Everything that stands in the way, in the order of the rules; empty if and only if admitted.
    pub missing: Vec<Missing>,
    /// The numbers.
    pub figures: Figures,
    /// When admitted: the k sponsors who each pay one token, and whose edges become active. They alone carry the certificate.
    pub payers: Vec<u32>,
    /// Offers that do not count now, and why.
    pub set_aside: Vec<SetAside>,
    /// The proof, made on the payers when admitted and on all who count otherwise. Absent without sponsors or when undetermined.
    pub certificate: Option<Certificate>,
    /// When only time stands in the way: ask again then.
    pub again_at: Option<DateTime<Utc>>,
}

/// Decides. The same inputs give the same verdict, in whatever order rows and offers come.
pub fn decide(
    graph: &TrustGraph,
    policy: &AdmissionPolicy,
    application: &Application,
    circumstances: &Circumstances,
) -> Verdict {
    let needed = effective_k(policy, circumstances.members_yesterday);
    let count = eligible::count(graph, policy, application, circumstances);
    if needed == 0 {
        return rules::steward(graph, policy, circumstances, count);
    }
    rules::all(graph, policy, application, circumstances, count)
}
