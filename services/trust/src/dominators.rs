//! Who hangs on whom: members on *every* path from the roots, for a whole community at once.
//!
//! Built for background work (seconds at hundreds of thousands of members); one question is answered faster by
//! [`crate::View::orphans_without`].

use petgraph::algo::dominators::simple_fast;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::View;

/// The dominator tree of a view, under a virtual root above all roots.
#[derive(Clone, Debug)]
pub struct Dominators {
    immediate: Vec<Above>,
    /// Members dominated at once, grouped by dominator: `starts[u]..starts[u + 1]` are those of `u`.
    children: Vec<u32>,
    starts: Vec<usize>,
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
        let count = self.graph().len();
        let mut plain: DiGraph<(), (), u32> =
            DiGraph::with_capacity(count.saturating_add(1), self.graph().edge_count());
        let virtual_root = NodeIndex::new(count);
        for _ in 0..=count {
            plain.add_node(());
        }
        for member in self.standing() {
            if self.is_root(member) {
                plain.add_edge(virtual_root, NodeIndex::new(member as usize), ());
            }
            for next in self.sponsored(member).filter(|&next| !self.is_root(next)) {
                plain.add_edge(NodeIndex::new(member as usize), NodeIndex::new(next as usize), ());
            }
        }
        let tree = simple_fast(&plain, virtual_root);
        let immediate: Vec<Above> =
            (0..count).map(|member| above(tree.immediate_dominator(NodeIndex::new(member)), virtual_root)).collect();
        Dominators::group(immediate)
    }
}

fn above(dominator: Option<NodeIndex<u32>>, virtual_root: NodeIndex<u32>) -> Above {
    match dominator {
        None => Above::Unreached,
        Some(index) if index == virtual_root => Above::VirtualRoot,
        Some(index) => u32::try_from(index.index()).map_or(Above::Unreached, Above::Member),
    }
}

impl Dominators {
    fn group(immediate: Vec<Above>) -> Self {
        let mut pairs: Vec<(u32, u32)> = immediate
            .iter()
            .zip(0_u32..)
            .filter_map(
                |(above, member)| if let Above::Member(dominator) = above { Some((*dominator, member)) } else { None },
            )
            .collect();
        pairs.sort_unstable();
        let starts =
            (0..=immediate.len()).map(|member| pairs.partition_point(|pair| (pair.0 as usize) < member)).collect();
        Self { immediate, children: pairs.into_iter().map(|pair| pair.1).collect(), starts }
    }

    fn immediate(&self, member: u32) -> Above {
        self.immediate.get(member as usize).copied().unwrap_or(Above::Unreached)
    }

    /// dom(x): members on every path to this one, itself left out, in order of number; `None` if no path leads there.
    pub fn of(&self, member: u32) -> Option<Vec<u32>> {
        if self.immediate(member) == Above::Unreached {
            return None;
        }
        let up = |at: &u32| if let Above::Member(dominator) = self.immediate(*at) { Some(dominator) } else { None };
        let mut chain: Vec<u32> = std::iter::successors(up(&member), up).collect();
        chain.sort_unstable();
        Some(chain)
    }

    /// Whether two paths share nobody: κ ≥ 2, or a root.
    pub fn hangs_on_nobody(&self, member: u32) -> bool {
        self.immediate(member) == Above::VirtualRoot
    }

    /// dominated(u): those left without a path if this one goes, itself left out, in order of number.
    pub fn dominated_by(&self, member: u32) -> Vec<u32> {
        let mut found = Vec::new();
        let mut waiting = vec![member];
        while let Some(at) = waiting.pop() {
            let children = self.children_of(at);
            found.extend_from_slice(children);
            waiting.extend_from_slice(children);
        }
        found.sort_unstable();
        found
    }

    /// How many each member dominates, for all members at once.
    pub fn sizes(&self) -> Vec<usize> {
        let mut sizes = vec![0_usize; self.immediate.len()];
        // Parents before children, then summed backwards: no recursion, however long the chain.
        let tops = self.immediate.iter().zip(0_u32..).filter(|(above, _)| **above == Above::VirtualRoot);
        let mut order: Vec<u32> = tops.map(|(_, member)| member).collect();
        let mut next = 0;
        while let Some(&member) = order.get(next) {
            order.extend_from_slice(self.children_of(member));
            next += 1;
        }
        for &member in order.iter().rev() {
            let own = sizes.get(member as usize).copied().unwrap_or(0);
            if let Above::Member(dominator) = self.immediate(member)
                && let Some(slot) = sizes.get_mut(dominator as usize)
            {
                *slot += own + 1;
            }
        }
        sizes
    }

    fn children_of(&self, member: u32) -> &[u32] {
        let at = member as usize;
        match (self.starts.get(at), self.starts.get(at.saturating_add(1))) {
            (Some(&from), Some(&to)) => self.children.get(from..to).unwrap_or_default(),
            _ => &[],
        }
    }
}
