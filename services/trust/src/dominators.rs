//! Who hangs on whom: members on *every* path from the roots, for a whole community at once.
//!
//! Built for background work (seconds at hundreds of thousands of members); one question is answered faster by
//! [`crate::View::orphans_without`].

use std::collections::HashMap;

use petgraph::algo::dominators::simple_fast;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::View;

/// The dominator tree of a view, under a virtual root above all roots. Its inner vertices are voices ([`crate::Households`]): a household
/// stands or goes as one. Whoever shares a household has a leaf of their own besides, with the words given to themselves.
#[derive(Clone, Debug)]
pub struct Dominators {
    /// By vertex: first everybody who could be a voice, then the leaves.
    immediate: Vec<Above>,
    /// Vertices dominated at once, grouped by dominator: `starts[u]..starts[u + 1]` are those of `u`.
    children: Vec<u32>,
    starts: Vec<usize>,
    /// One more than the greatest member number.
    members: usize,
    shared: Shared,
}

/// Those who share a household.
#[derive(Clone, Debug, Default)]
struct Shared {
    /// By member: their voice, and who is named for it.
    voices: HashMap<u32, (u32, u32)>,
    /// Who has which leaf, in order of the leaves.
    leaves: Vec<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Above {
    Unreached,
    VirtualRoot,
    Member(u32),
}

impl View<'_> {
    /// The dominator tree of all members who stand.
    pub fn dominators(&self) -> Dominators {
        let (count, shared) = (self.graph().len(), Shared::of(self));
        let leaves = shared.leaves.len();
        let vertices = count.saturating_add(leaves);
        let mut plain: DiGraph<(), (), u32> =
            DiGraph::with_capacity(vertices.saturating_add(1), self.graph().edge_count());
        let virtual_root = NodeIndex::new(vertices);
        for _ in 0..=vertices {
            plain.add_node(());
        }
        for member in self.standing() {
            let voice = NodeIndex::new(self.voice(member) as usize);
            if self.is_root(member) {
                plain.add_edge(virtual_root, voice, ());
            }
            for next in self.sponsored(member).filter(|&next| !self.is_root(next)) {
                plain.add_edge(voice, NodeIndex::new(self.voice(next) as usize), ());
            }
        }
        for (&member, leaf) in shared.leaves.iter().zip(count..) {
            if self.is_root(member) {
                plain.add_edge(virtual_root, NodeIndex::new(leaf), ());
            }
            for sponsor in self.sponsors(member).filter(|_| self.stands(member)) {
                plain.add_edge(NodeIndex::new(self.voice(sponsor) as usize), NodeIndex::new(leaf), ());
            }
        }
        let tree = simple_fast(&plain, virtual_root);
        let above = |vertex| above(tree.immediate_dominator(NodeIndex::new(vertex)), virtual_root);
        let immediate: Vec<Above> = (0..vertices).map(above).collect();
        Dominators::group(immediate, count, shared)
    }
}

fn above(dominator: Option<NodeIndex<u32>>, virtual_root: NodeIndex<u32>) -> Above {
    match dominator {
        None => Above::Unreached,
        Some(index) if index == virtual_root => Above::VirtualRoot,
        Some(index) => u32::try_from(index.index()).map_or(Above::Unreached, Above::Member),
    }
}

impl Shared {
    fn of(view: &View<'_>) -> Self {
        let mut leaves: Vec<u32> = view.households().all().flatten().copied().collect();
        leaves.sort_unstable();
        let voice = |member: u32| (view.voice(member), view.speaker(view.voice(member)));
        Self { voices: leaves.iter().map(|&member| (member, voice(member))).collect(), leaves }
    }

    fn voice(&self, member: u32) -> u32 {
        self.voices.get(&member).map_or(member, |(voice, _)| *voice)
    }

    /// Who is named for a voice.
    fn speaker(&self, voice: u32) -> u32 {
        self.voices.get(&voice).map_or(voice, |(_, speaker)| *speaker)
    }
}

impl Dominators {
    fn group(immediate: Vec<Above>, members: usize, shared: Shared) -> Self {
        let mut pairs: Vec<(u32, u32)> = immediate
            .iter()
            .zip(0_u32..)
            .filter_map(
                |(above, vertex)| if let Above::Member(dominator) = above { Some((*dominator, vertex)) } else { None },
            )
            .collect();
        pairs.sort_unstable();
        let starts =
            (0..=immediate.len()).map(|vertex| pairs.partition_point(|pair| (pair.0 as usize) < vertex)).collect();
        Self { immediate, children: pairs.into_iter().map(|pair| pair.1).collect(), starts, members, shared }
    }

    fn immediate(&self, vertex: u32) -> Above {
        self.immediate.get(vertex as usize).copied().unwrap_or(Above::Unreached)
    }

    /// The vertex that a member has as somebody asked about.
    fn own(&self, member: u32) -> u32 {
        let leaf = self.shared.leaves.binary_search(&member).ok();
        leaf.and_then(|at| u32::try_from(self.members.saturating_add(at)).ok()).unwrap_or(member)
    }

    /// Whom a vertex means as somebody asked about: nobody, if it is only a household's voice.
    fn whom(&self, vertex: u32) -> Option<u32> {
        match (vertex as usize).checked_sub(self.members) {
            Some(leaf) => self.shared.leaves.get(leaf).copied(),
            None => (!self.shared.voices.contains_key(&vertex)).then_some(vertex),
        }
    }

    /// dom(x): voices on every path to this one, itself left out, each by who is named for it, in order of number; `None` if no path
    /// leads there.
    pub fn of(&self, member: u32) -> Option<Vec<u32>> {
        let own = self.own(member);
        if self.immediate(own) == Above::Unreached {
            return None;
        }
        let up = |at: &u32| if let Above::Member(dominator) = self.immediate(*at) { Some(dominator) } else { None };
        let mut chain: Vec<u32> = std::iter::successors(up(&own), up).map(|voice| self.shared.speaker(voice)).collect();
        chain.sort_unstable();
        Some(chain)
    }

    /// Whether two paths share nobody: κ ≥ 2, or a root.
    pub fn hangs_on_nobody(&self, member: u32) -> bool {
        self.immediate(self.own(member)) == Above::VirtualRoot
    }

    /// dominated(u): those left without a path if this one goes and their whole household with them, these left out, in order of number.
    pub fn dominated_by(&self, member: u32) -> Vec<u32> {
        let voice = self.shared.voice(member);
        let (mut found, mut waiting) = (Vec::new(), vec![voice]);
        while let Some(at) = waiting.pop() {
            let children = self.children_of(at);
            let below = children.iter().filter_map(|&vertex| self.whom(vertex));
            found.extend(below.filter(|&one| self.shared.voice(one) != voice));
            waiting.extend_from_slice(children);
        }
        found.sort_unstable();
        found
    }

    /// How many each member dominates, for all members at once. A household's stands at each of it.
    pub fn sizes(&self) -> Vec<usize> {
        let mut sizes = vec![0_usize; self.immediate.len()];
        // Parents before children, then summed backwards: no recursion, however long the chain.
        let tops = self.immediate.iter().zip(0_u32..).filter(|(above, _)| **above == Above::VirtualRoot);
        let mut order: Vec<u32> = tops.map(|(_, vertex)| vertex).collect();
        let mut next = 0;
        while let Some(&vertex) = order.get(next) {
            order.extend_from_slice(self.children_of(vertex));
            next += 1;
        }
        for &vertex in order.iter().rev() {
            let own = sizes.get(vertex as usize).copied().unwrap_or(0);
            if let Above::Member(dominator) = self.immediate(vertex)
                && let Some(slot) = sizes.get_mut(dominator as usize)
            {
                *slot += own + usize::from(self.whom(vertex).is_some());
            }
        }
        sizes.truncate(self.members);
        for &member in &self.shared.leaves {
            if let Some(slot) = sizes.get_mut(member as usize) {
                *slot = self.dominated_by(member).len();
            }
        }
        sizes
    }

    /// Whether this member is named for their voice: everybody who shares no household, and one of each household.
    pub(crate) fn is_named(&self, member: u32) -> bool {
        self.shared.speaker(self.shared.voice(member)) == member
    }

    fn children_of(&self, member: u32) -> &[u32] {
        let at = member as usize;
        match (self.starts.get(at), self.starts.get(at.saturating_add(1))) {
            (Some(&from), Some(&to)) => self.children.get(from..to).unwrap_or_default(),
            _ => &[],
        }
    }
}
