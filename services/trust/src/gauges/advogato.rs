//! The monthly audit by Advogato's metric: how many members a flow of limited capacity can accept (R. Levien, *Attack-resistant trust
//! metrics*, 2004; R. Levien, A. Aiken, USENIX Security 1998). Not a rule of admission; a second opinion from outside.
//!
//! Every member has a capacity that depends on the distance from the roots. One unit stays with the member, who is then
//! accepted; the rest may pass on. What fakes can get through is bounded by the capacity of those who let them in.

use petgraph::algo::dinics;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::View;

/// Capacities by distance from the roots; 1 beyond the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capacities(Vec<u32>);

impl Capacities {
    /// Given ones, the roots' first.
    pub fn of(levels: Vec<u32>) -> Self {
        Self(levels)
    }

    /// Those that just suffice for a community of this shape, as Levien proposes: a level's capacity is that of the level before,
    /// divided by the average number of people sponsored; the roots share the whole community.
    pub fn for_shape(view: &View<'_>) -> Self {
        let standing = u32::try_from(view.standing().count()).unwrap_or(u32::MAX);
        let edges: usize = view.standing().map(|member| view.sponsored(member).count()).sum();
        let average = u32::try_from(edges).unwrap_or(u32::MAX).checked_div(standing).unwrap_or(0).max(2);
        let roots = u32::try_from(view.roots().count()).unwrap_or(u32::MAX).max(1);
        let first = standing.div_ceil(roots).saturating_mul(2).max(1);
        Self(
            std::iter::successors(Some(first), |level| (*level > 1).then(|| level.div_ceil(average)))
                .take(40)
                .collect(),
        )
    }

    fn at(&self, distance: u32) -> u32 {
        self.0.get(distance as usize).copied().unwrap_or(1).max(1)
    }
}

impl View<'_> {
    /// Members whom the flow accepts, in order of number.
    pub fn accepted_by_capacity(&self, capacities: &Capacities) -> Vec<u32> {
        let distances = self.distances();
        let size = self.graph().len();
        let mut net: DiGraph<(), u32> = DiGraph::with_capacity(2 * size + 2, 3 * size + self.graph().edge_count());
        for _ in 0..2 * size + 2 {
            net.add_node(());
        }
        let (source, sink) = (NodeIndex::new(2 * size), NodeIndex::new(2 * size + 1));
        let (into, out) =
            (|one: u32| NodeIndex::new(2 * one as usize), |one: u32| NodeIndex::new(2 * one as usize + 1));
        let mut stays = Vec::new();
        for member in self.standing() {
            let Some(distance) = distances.of(member) else { continue };
            let capacity = capacities.at(distance);
            stays.push((net.add_edge(into(member), sink, 1), member));
            net.add_edge(into(member), out(member), capacity.saturating_sub(1));
            if distance == 0 {
                net.add_edge(source, into(member), capacity);
            }
            for next in self.sponsored(member) {
                net.add_edge(out(member), into(next), capacity);
            }
        }
        let (_, flows) = dinics(&net, source, sink);
        let accepted = stays.into_iter().filter(|(edge, _)| flows.get(edge.index()).is_some_and(|flow| *flow > 0));
        accepted.map(|(_, member)| member).collect()
    }
}
