//! The rules that are compared, side by side (design: trust, section 12).

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::{AdmissionPolicy, Capacities, Day, TrustGraph, View};

/// Certificates that Duniter asks for.
const CERTIFICATES: u32 = 5;
/// Steps within which Duniter's referents must reach a newcomer, and how many of a hundred of them must.
const STEPS: u32 = 5;
const REFERENTS_PERCENT: usize = 80;

/// A way of letting people in and of keeping them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Policy {
    /// One member invites.
    #[serde(rename = "P0")]
    OneInviter,
    /// k members answer.
    #[serde(rename = "P1")]
    Sponsors,
    /// And κ ≥ k.
    #[serde(rename = "P2")]
    Paths,
    /// And tokens, fewer in the first year, and seniority.
    #[serde(rename = "P3")]
    Tokens,
    /// And pace, liability and review: the whole rule.
    #[serde(rename = "P4")]
    Whole,
    /// k members answer; whoever Advogato's capacities do not accept is out at the audit.
    #[serde(rename = "P5")]
    Capacities,
    /// k members answer; every month stewards look at the lowest hundredth by the Sybil rank and know a fake when they see one.
    #[serde(rename = "P6")]
    Ranking,
    /// Duniter's: five certificates, and 80 % of the referents within five steps.
    #[serde(rename = "P7")]
    Duniter,
}

impl Policy {
    /// All, in order.
    pub const ALL: [Self; 8] = [
        Self::OneInviter,
        Self::Sponsors,
        Self::Paths,
        Self::Tokens,
        Self::Whole,
        Self::Capacities,
        Self::Ranking,
        Self::Duniter,
    ];

    /// P0 to P7.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OneInviter => "P0",
            Self::Sponsors => "P1",
            Self::Paths => "P2",
            Self::Tokens => "P3",
            Self::Whole => "P4",
            Self::Capacities => "P5",
            Self::Ranking => "P6",
            Self::Duniter => "P7",
        }
    }

    /// Whether tokens bound what can be given.
    pub(super) fn counts_tokens(self) -> bool {
        matches!(self, Self::Tokens | Self::Whole)
    }

    /// As knobs of the engine.
    pub(super) fn knobs(self, k: u32) -> AdmissionPolicy {
        let free = AdmissionPolicy {
            sponsors: k,
            fewer_while_small: false,
            paths: Some(0),
            seniority_days: 0,
            young_seniority_days: 0,
            tokens: u32::MAX,
            first_year_tokens: Some(u32::MAX),
            pace_floor: u32::MAX,
            cooling_hours: 0,
            ..AdmissionPolicy::default()
        };
        let usual = AdmissionPolicy { sponsors: k, fewer_while_small: false, ..AdmissionPolicy::default() };
        match self {
            Self::OneInviter => AdmissionPolicy { sponsors: 1, ..free },
            Self::Sponsors | Self::Capacities | Self::Ranking => free,
            Self::Paths => AdmissionPolicy { paths: None, ..free },
            Self::Tokens => AdmissionPolicy { pace_floor: u32::MAX, cooling_hours: 0, ..usual },
            Self::Whole => usual,
            Self::Duniter => AdmissionPolicy { sponsors: CERTIFICATES, ..free },
        }
    }

    /// Who of those that stand still meets the rule, today. P7 counts certificates only: its distance is asked at the door.
    pub(super) fn keeps(self, graph: &TrustGraph, day: Day, k: u32) -> HashSet<u32> {
        let view = graph.for_keeping(day);
        match self {
            Self::OneInviter => counted(&view, 1),
            Self::Sponsors | Self::Ranking => counted(&view, k as usize),
            Self::Duniter => counted(&view, CERTIFICATES as usize),
            Self::Capacities => view.accepted_by_capacity(&Capacities::for_shape(&view)).into_iter().collect(),
            Self::Paths | Self::Tokens | Self::Whole => {
                let sound = view.soundness(k);
                view.standing().filter(|&member| sound.holds(member)).collect()
            }
        }
    }
}

/// Those who have k sponsors who have k sponsors …: whoever has fewer falls, again and again until nobody does.
pub(super) fn counted(view: &View<'_>, k: usize) -> HashSet<u32> {
    let mut kept: HashSet<u32> = view.standing().collect();
    let short = |member: u32, kept: &HashSet<u32>| {
        !view.is_root(member) && view.sponsors(member).filter(|sponsor| kept.contains(sponsor)).count() < k
    };
    let mut waiting: Vec<u32> = kept.iter().copied().collect();
    while let Some(member) = waiting.pop() {
        if kept.contains(&member) && short(member, &kept) {
            kept.remove(&member);
            waiting.extend(view.sponsored(member));
        }
    }
    kept
}

/// Members with as many certificates given and received as the number of members has a fifth root.
pub(super) fn referents(view: &View<'_>) -> HashSet<u32> {
    let members = u32::try_from(view.standing().count()).unwrap_or(u32::MAX);
    let least = (1..75_u32).find(|root| root.pow(5) >= members).unwrap_or(1) as usize;
    view.standing().filter(|&one| view.sponsors(one).count() >= least && view.sponsored(one).count() >= least).collect()
}

/// Whether enough referents reach a newcomer with these sponsors.
pub(super) fn near_enough(view: &View<'_>, referents: &HashSet<u32>, sponsors: &[u32]) -> bool {
    let mut seen = vec![false; view.graph().len()];
    let mut first = |member: &u32| {
        let slot = seen.get_mut(*member as usize);
        slot.is_some_and(|slot| !std::mem::replace(slot, true))
    };
    let mut found: Vec<u32> = sponsors.iter().copied().filter(&mut first).collect();
    let mut edge = 0..found.len();
    for _ in 1..STEPS {
        let begin = found.len();
        for at in edge {
            let Some(&member) = found.get(at) else { break };
            found.extend(view.sponsors(member).filter(&mut first));
        }
        edge = begin..found.len();
    }
    found.iter().filter(|member| referents.contains(member)).count() * 100 >= referents.len() * REFERENTS_PERCENT
}
