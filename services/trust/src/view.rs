//! Who carries whom, as seen for one purpose on one day.

use serde::{Deserialize, Serialize};

use crate::flow::Net;
use crate::{Day, Households, MemberState, TrustGraph};

/// How long someone who left in good standing still carries those already in.
pub const LEGACY_DAYS: u32 = 365;

/// States one search may visit before it gives up and says *undetermined*.
pub(crate) const SEARCH_STATES: usize = 300_000;

/// For what, and when, the graph is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "for")]
pub enum Standpoint {
    /// `G_adm`: letting someone new in.
    Admission {
        /// As of this day.
        day: Day,
        /// Days a member must have been in to open doors; roots need none.
        seniority_days: u32,
    },
    /// `G_keep`: those already in.
    Keeping {
        /// As of this day.
        day: Day,
    },
}

/// The graph behind a mask. Cheap to make; holds no copy of the graph.
#[derive(Clone, Debug)]
pub struct View<'g> {
    graph: &'g TrustGraph,
    households: &'g Households,
    standpoint: Standpoint,
    without: Vec<u32>,
    search_states: usize,
}

impl<'g> View<'g> {
    pub(crate) fn new(graph: &'g TrustGraph, standpoint: Standpoint) -> Self {
        Self { graph, households: graph.households(), standpoint, without: Vec::new(), search_states: SEARCH_STATES }
    }

    /// The same view as if these members were gone. Changes nothing in the graph.
    #[must_use]
    pub fn without(mut self, members: &[u32]) -> Self {
        self.without.extend_from_slice(members);
        self.without.sort_unstable();
        self.without.dedup();
        self
    }

    /// The same view as if people lived together like this. Changes nothing in the graph.
    #[must_use]
    pub fn living(mut self, households: &'g Households) -> Self {
        self.households = households;
        self
    }

    /// The same view with another limit on the states one search may visit.
    #[must_use]
    pub fn search_states(mut self, limit: usize) -> Self {
        self.search_states = limit;
        self
    }

    /// For what and when this looks.
    pub fn standpoint(&self) -> Standpoint {
        self.standpoint
    }

    /// Whether paths may pass through this member.
    pub fn stands(&self, member: u32) -> bool {
        let Some(record) = self.graph.record(member) else { return false };
        if self.without.binary_search(&member).is_ok() {
            return false;
        }
        match (self.standpoint, record.state) {
            (Standpoint::Admission { day, seniority_days }, MemberState::Member { since }) => {
                record.root || day.since(since) >= i64::from(seniority_days)
            }
            (Standpoint::Keeping { .. }, MemberState::Member { .. } | MemberState::UnderReview) => true,
            (Standpoint::Keeping { day }, MemberState::Left { day: left }) => day.since(left) < i64::from(LEGACY_DAYS),
            _ => false,
        }
    }

    /// Whether paths may begin at this member.
    pub fn is_root(&self, member: u32) -> bool {
        self.graph.was_made_root(member) && self.stands(member)
    }

    /// The roots that count here.
    pub fn roots(&self) -> impl Iterator<Item = u32> + '_ {
        self.graph.made_roots().iter().copied().filter(|&root| self.stands(root))
    }

    /// Distinct members who stand and actively sponsor this one.
    pub fn sponsors(&self, member: u32) -> impl Iterator<Item = u32> + '_ {
        self.graph.active_in(member).filter(|&sponsor| self.stands(sponsor))
    }

    /// Distinct members who stand and are actively sponsored by this one.
    pub fn sponsored(&self, member: u32) -> impl Iterator<Item = u32> + '_ {
        self.graph.active_out(member).filter(|&sponsored| self.stands(sponsored))
    }

    /// One more than the greatest member number, whoever stands.
    pub fn len(&self) -> usize {
        self.graph.len()
    }

    /// Whether there is nobody at all.
    pub fn is_empty(&self) -> bool {
        self.graph.is_empty()
    }

    /// Every member who stands, in order of number.
    pub fn standing(&self) -> impl Iterator<Item = u32> + '_ {
        (0..u32::try_from(self.graph.len()).unwrap_or(u32::MAX)).filter(|&member| self.stands(member))
    }

    pub(crate) fn graph(&self) -> &'g TrustGraph {
        self.graph
    }

    pub(crate) fn households(&self) -> &'g Households {
        self.households
    }

    pub(crate) fn limit(&self) -> usize {
        self.search_states
    }
}

impl Net for View<'_> {
    fn sources(&self, member: u32) -> impl Iterator<Item = u32> {
        self.sponsors(member)
    }

    fn is_start(&self, member: u32) -> bool {
        self.is_root(member)
    }
}
