//! What the same decision costs with a stock algorithm, to measure ours against.

use std::collections::HashSet;

use petgraph::algo::ford_fulkerson;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::View;

/// κ of a newcomer with these sponsors by petgraph's Ford and Fulkerson. It refuses masked views, so the whole community is
/// written out as a graph of two vertices a member first.
pub fn kappa_by_petgraph(view: &View<'_>, sponsors: &[u32]) -> u32 {
    let size = view.graph().len();
    let mut split: DiGraph<(), u32> = DiGraph::with_capacity(2 * size + 2, 2 * size + view.graph().edge_count());
    for _ in 0..2 * size + 2 {
        split.add_node(());
    }
    let (source, newcomer) = (NodeIndex::new(2 * size), NodeIndex::new(2 * size + 1));
    let (into, out) = (|one: u32| NodeIndex::new(2 * one as usize), |one: u32| NodeIndex::new(2 * one as usize + 1));
    let mut passed = HashSet::new();
    for member in view.standing() {
        let voice = view.voice(member);
        if passed.insert(voice) {
            split.add_edge(into(voice), out(voice), 1);
        }
        if view.is_root(member) {
            split.add_edge(source, into(voice), 1);
        }
        for next in view.sponsored(member) {
            split.add_edge(out(voice), into(view.voice(next)), 1);
        }
    }
    let mut heads: Vec<u32> =
        sponsors.iter().filter(|head| view.stands(**head)).map(|head| view.voice(*head)).collect();
    heads.sort_unstable();
    heads.dedup();
    for head in heads {
        split.add_edge(out(head), newcomer, 1);
    }
    ford_fulkerson(&split, source, newcomer).0
}
