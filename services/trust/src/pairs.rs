//! Between two members: how far, and by how many chains that share nobody in between.

use std::collections::{HashMap, HashSet, hash_map::Entry};

use crate::View;
use crate::flow::{Ending, Flow, Net, Target, disjoint_paths};

/// Which way sponsorships may be walked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// From sponsor to member only.
    Along,
    /// Either way.
    Both,
}

/// Chains found between two members, each with both ends.
#[derive(Clone, Debug, Default)]
pub(crate) struct Chains {
    pub(crate) chains: Vec<Vec<u32>>,
    /// Whether the search was cut short: there may be more chains.
    pub(crate) capped: bool,
}

/// The view with `from` taken out and its neighbours as starts: paths from them are paths from `from`, its first step removed.
struct Between<'v, 'g> {
    view: &'v View<'g>,
    way: Way,
    from: u32,
    starts: HashSet<u32>,
}

impl Net for Between<'_, '_> {
    fn sources(&self, member: u32) -> impl Iterator<Item = u32> {
        self.view.before(member, self.way).filter(|&source| source != self.from)
    }

    fn is_start(&self, member: u32) -> bool {
        self.starts.contains(&member)
    }
}

impl View<'_> {
    fn before(&self, member: u32, way: Way) -> impl Iterator<Item = u32> + '_ {
        let back = if way == Way::Both { Some(self.sponsored(member)) } else { None };
        self.sponsors(member).chain(back.into_iter().flatten())
    }

    fn after(&self, member: u32, way: Way) -> impl Iterator<Item = u32> + '_ {
        let back = if way == Way::Both { Some(self.sponsors(member)) } else { None };
        self.sponsored(member).chain(back.into_iter().flatten())
    }

    /// Members who stand and sponsor, or are sponsored by, this one; some twice.
    pub(crate) fn neighbours(&self, member: u32) -> impl Iterator<Item = u32> + '_ {
        self.sponsors(member).chain(self.sponsored(member))
    }

    /// Members from `from` to `to` by a shortest chain, both ends included; `None` if there is none. Searched from both
    /// ends, one whole step at a time and on the side where fewer wait: what is seen lies within half the distance.
    pub(crate) fn shortest_chain(&self, from: u32, to: u32, way: Way) -> Option<Vec<u32>> {
        if !self.stands(from) || !self.stands(to) {
            return None;
        }
        let (mut ahead, mut back) = (Front::at(from), Front::at(to));
        let mut met = (from == to).then_some(from);
        while met.is_none() && !ahead.edge.is_empty() && !back.edge.is_empty() {
            met = if ahead.edge.len() <= back.edge.len() {
                ahead.step(&back, |member| self.after(member, way))
            } else {
                back.step(&ahead, |member| self.before(member, way))
            };
        }
        let mut chain = ahead.trail(met?);
        chain.reverse();
        chain.extend(back.trail(met?).into_iter().skip(1));
        Some(chain)
    }

    /// Up to `wanted` chains from `from` to `to` that share nobody but their ends.
    pub(crate) fn disjoint_chains(&self, from: u32, to: u32, way: Way, wanted: u32) -> Chains {
        if from == to || !self.stands(from) || !self.stands(to) || wanted == 0 {
            return Chains { chains: Vec::new(), capped: false };
        }
        let mut starts: HashSet<u32> = self.after(from, way).collect();
        let direct = starts.remove(&to);
        starts.remove(&from);
        let net = Between { view: self, way, from, starts };
        let mut heads: Vec<u32> = net.sources(to).filter(|&head| head != to).collect();
        heads.sort_unstable();
        heads.dedup();
        let target = Target { own: Some(to), heads: &heads };
        let graph = self.graph();
        let wanted = wanted - u32::from(direct);
        let Flow { paths, ending, .. } =
            graph.pool().lend(|scratch| disjoint_paths(&net, graph.len(), target, wanted, self.limit(), scratch));
        let direct = direct.then(|| vec![from, to]);
        let whole = |inner: Vec<u32>| std::iter::once(from).chain(inner).chain([to]).collect();
        Chains {
            chains: direct.into_iter().chain(paths.into_iter().map(whole)).collect(),
            capped: ending == Ending::Capped,
        }
    }

    /// Members who stand and actively sponsor both, in order of number.
    pub fn common_sponsors(&self, a: u32, b: u32) -> Vec<u32> {
        let of_a: HashSet<u32> = self.sponsors(a).collect();
        let mut common: Vec<u32> = self.sponsors(b).filter(|sponsor| of_a.contains(sponsor)).collect();
        common.sort_unstable();
        common
    }
}

/// One side of a search from both ends.
struct Front {
    /// Who was found, and from whom; the end from itself.
    came_from: HashMap<u32, u32>,
    /// Those found last.
    edge: Vec<u32>,
}

impl Front {
    fn at(end: u32) -> Self {
        Self { came_from: HashMap::from([(end, end)]), edge: vec![end] }
    }

    /// One step further for everybody on the edge. The first member whom the other side knows ends it: both sides have taken
    /// whole steps, so that none nearer was missed.
    fn step<I: Iterator<Item = u32>>(&mut self, other: &Self, next: impl Fn(u32) -> I) -> Option<u32> {
        for member in std::mem::take(&mut self.edge) {
            for found in next(member) {
                if let Entry::Vacant(place) = self.came_from.entry(found) {
                    place.insert(member);
                    self.edge.push(found);
                    if other.came_from.contains_key(&found) {
                        return Some(found);
                    }
                }
            }
        }
        None
    }

    /// From a member back to this side's end, both included.
    fn trail(&self, member: u32) -> Vec<u32> {
        let up = |at: &u32| self.came_from.get(at).copied().filter(|up| up != at);
        std::iter::successors(Some(member), up).collect()
    }
}
