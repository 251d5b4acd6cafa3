//! What a community asks of those already in, and how gently (design: trust, sections 3 and 5).

use serde::{Deserialize, Serialize};

use crate::{AdmissionPolicy, Day, MemberState, TrustGraph, effective_k, effective_paths};

/// How long people have to find new words, and when one act touches too many for one moderator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Leniency {
    /// Days of grace when no path is left (30).
    pub days_without_path: u32,
    /// Days of grace when some paths are left, but too few (90).
    pub days_with_few_paths: u32,
    /// One act that touches more than this share of the members, percent (1), needs two moderators …
    pub valve_percent: u32,
    /// … and so does one that touches more than so many people (100).
    pub valve_people: u32,
}

impl Default for Leniency {
    fn default() -> Self {
        Self { days_without_path: 30, days_with_few_paths: 90, valve_percent: 1, valve_people: 100 }
    }
}

/// What is asked of those already in, on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standard {
    /// k: sponsors. 0 where stewards admit: then nobody is ever reviewed for want of paths.
    pub sponsors: u32,
    /// `k_p`: independent paths; 0 while that rule is off.
    pub paths: u32,
    /// Grace and valve.
    pub leniency: Leniency,
}

impl Standard {
    /// What a policy asks today, of a community with so many roots standing.
    pub fn today(policy: &AdmissionPolicy, graph: &TrustGraph, day: Day, members_yesterday: u32) -> Self {
        let roots = u32::try_from(graph.for_keeping(day).root_voices()).unwrap_or(u32::MAX);
        Self {
            sponsors: effective_k(policy, members_yesterday),
            paths: effective_paths(policy, members_yesterday, roots),
            leniency: Leniency::default(),
        }
    }

    /// The same, with yesterday's members counted in the graph as far as they matter: only a small community asks for less.
    pub fn on(policy: &AdmissionPolicy, graph: &TrustGraph, day: Day) -> Self {
        let enough = (policy.sponsors as usize).saturating_mul(2);
        let before = graph.members().filter(|row| match row.state {
            MemberState::Member { since } => since < day,
            MemberState::UnderReview => true,
            _ => false,
        });
        Self::today(policy, graph, day, u32::try_from(before.take(enough).count()).unwrap_or(u32::MAX))
    }

    /// Paths below which somebody is reviewed: `k_p`; one while that rule is off (to hang on nothing at all is never
    /// enough); 0, so nobody, where stewards admit.
    pub fn need(&self) -> u32 {
        if self.sponsors == 0 { 0 } else { self.paths.max(1) }
    }

    /// Last day of grace for somebody with so many paths left.
    pub(crate) fn until(&self, day: Day, paths: u32) -> Day {
        let Leniency { days_without_path, days_with_few_paths, .. } = self.leniency;
        day.plus(if paths == 0 { days_without_path } else { days_with_few_paths })
    }

    /// Whether one act that touches so many of so many needs two moderators.
    pub(crate) fn valve(&self, touched: usize, members: usize) -> bool {
        let share = touched.saturating_mul(100) > members.saturating_mul(self.leniency.valve_percent as usize);
        touched > self.leniency.valve_people as usize || share
    }
}
