//! # trust: who stands, by whose word, and how surely
//!
//! One directed graph per community, sponsor → member, and the questions asked of it: *may this person come in? · who
//! stands only because of whom? · how am I linked to this person?* Every answer carries its explanation: the rule that
//! decided, what is missing, and a certificate that anybody can check without trusting the search that found it.
//!
//! The crate is pure: no async, no SQL, no clock, no randomness. Members are dense numbers (`u32`) of their community;
//! names, letters and tables live elsewhere. The graph library (petgraph) is hidden behind the types below.
//!
//! ## What always holds
//! - κ(x) ≤ min(distinct active sponsors, founders): three friends of one founder are not three independent words.
//! - Accounts of one household are one voice: κ counts them once, whoever of them speaks ([`Households`]).
//! - Adding never lowers κ, removing never raises it; self-sponsoring, repeated pairs and edges into founders change nothing.
//! - A member's end is a *state*; no number is ever reused and nothing is removed from the graph.
//! - A review never cascades by itself: people under review, and for a year those who left in good standing, still carry others.
//! - A search cut short by its limit is *undetermined* and goes to a person; it never admits.
//!
//! ## Where to begin
//! [`TrustGraph::build`] from rows → [`decide`] for an applicant, [`View::kappa_at_least`] and [`View::certify`] for a member,
//! [`View::connection`], [`View::closest`] and [`View::record`] for "how you are linked", [`what_if`], [`apply`] and [`cure`] for whoever goes,
//! [`View::gauges`] and [`Foresight::of`] for the organisation, [`View::dominators`] for who hangs on whom, [`allowance`] for tokens,
//! [`lab::answer_file`] and [`lab::simulate::simulate`] for the lab.

pub mod lab;

mod admission;
mod certificate;
mod chains;
mod closeness;
mod closest;
mod connection;
mod consequences;
mod day;
mod departure;
mod dominators;
mod flow;
mod gauges;
mod graph;
mod households;
mod kappa;
mod pairs;
mod policy;
mod reach;
mod record;
mod rows;
mod scratch;
mod soundness;
mod standard;
mod tokens;
mod view;
mod voices;
mod witnesses;

pub use admission::{
    Application, Circumstances, Figures, Missing, Offer, Outcome, Rule, SetAside, Verdict, WhyAside, decide,
};
pub use certificate::{Certificate, Evidence, Flaw, Subject, verify};
pub use closeness::Closeness;
pub use closest::Alike;
pub use connection::{Arrow, Connection, Step};
pub use consequences::{Consequences, Foresight};
pub use day::Day;
pub use departure::{
    Cure, Departure, Effects, Move, Moved, Reason, Review, apply, census, cure, overdue, what_if, what_if_moved,
};
pub use dominators::Dominators;
pub use gauges::{Capacities, Gauges, Keystone, RootLoss, reproduction};
pub use graph::{GraphError, TrustGraph};
pub use households::Households;
pub use kappa::Proof;
pub use policy::{AdmissionPolicy, effective_k, effective_paths};
pub use reach::Distances;
pub use record::{Band, Record};
pub use rows::{EdgeKind, EdgeRow, EdgeState, MemberRow, MemberState};
pub use soundness::{Falling, Soundness};
pub use standard::{Leniency, Standard};
pub use tokens::{Allowance, Basis, SponsorRecord, allowance};
pub use view::{LEGACY_DAYS, Standpoint, View};
pub use witnesses::Witnesses;
