//! κ computed twice by other means: by trying every cut, and by a stock maximum flow on a materialised split graph.

use std::collections::HashSet;

use petgraph::algo::ford_fulkerson;
use petgraph::graph::DiGraph;
use trust::{Day, EdgeState, MemberState};

use super::world::{SENIORITY, TODAY, World};

/// Which of the two views is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Admission,
    Keeping,
}

/// Whether a member carries others, written down a second time from the table of the design.
pub fn carries(world: &World, member: u32, purpose: Purpose) -> bool {
    let row = world.members[member as usize];
    match row.state {
        MemberState::Member { since } => {
            purpose == Purpose::Keeping
                || row.root
                || TODAY.number() - since.number() >= i32::try_from(SENIORITY).unwrap()
        }
        MemberState::UnderReview => purpose == Purpose::Keeping,
        MemberState::Left { day } => purpose == Purpose::Keeping && Day::new(TODAY.number() - 365) < day,
        MemberState::Suspended | MemberState::Expelled | MemberState::Applicant => false,
    }
}

/// Distinct active pairs; the last row of a pair counts.
pub fn pairs(world: &World) -> HashSet<(u32, u32)> {
    let mut pairs = HashSet::new();
    for edge in &world.edges {
        let pair = (edge.sponsor, edge.member);
        if edge.state == EdgeState::Active && edge.sponsor != edge.member {
            pairs.insert(pair);
        } else {
            pairs.remove(&pair);
        }
    }
    pairs
}

pub fn roots(world: &World, purpose: Purpose) -> Vec<u32> {
    world.members.iter().filter(|row| row.root && carries(world, row.number, purpose)).map(|row| row.number).collect()
}

/// Whom the roots reach around `gone`, walking only over members who carry; `towards` is entered but not left.
pub fn reached(world: &World, purpose: Purpose, gone: &HashSet<u32>, towards: Option<u32>) -> HashSet<u32> {
    let pairs = pairs(world);
    let mut found: HashSet<u32> = roots(world, purpose).into_iter().filter(|root| !gone.contains(root)).collect();
    loop {
        let next: Vec<u32> = pairs
            .iter()
            .filter(|(from, to)| {
                found.contains(from) && Some(*from) != towards && !found.contains(to) && !gone.contains(to)
            })
            .map(|&(_, to)| to)
            .filter(|&to| Some(to) == towards || carries(world, to, purpose))
            .collect();
        if next.is_empty() {
            return found;
        }
        found.extend(next);
    }
}

/// κ as the size of the smallest cut, all cuts tried. For very small worlds.
pub fn kappa_by_cuts(world: &World, member: u32, purpose: Purpose) -> u32 {
    let others: Vec<u32> =
        (0..world.len()).filter(|&other| other != member && carries(world, other, purpose)).collect();
    (0_u32..1 << others.len())
        .filter(|mask| {
            let gone =
                others.iter().enumerate().filter(|(bit, _)| mask & (1 << bit) != 0).map(|(_, &one)| one).collect();
            !reached(world, purpose, &gone, Some(member)).contains(&member)
        })
        .map(u32::count_ones)
        .min()
        .unwrap()
}

/// κ by petgraph's Ford and Fulkerson on the split graph.
pub fn kappa_by_flow(world: &World, member: u32, purpose: Purpose) -> u32 {
    let mut split: DiGraph<(), u32> = DiGraph::new();
    let sides: Vec<_> = (0..world.len()).map(|_| (split.add_node(()), split.add_node(()))).collect();
    let source = split.add_node(());
    let plenty = world.len() + 1;
    for number in (0..world.len()).filter(|&number| number != member && carries(world, number, purpose)) {
        let (before, after) = sides[number as usize];
        split.add_edge(before, after, 1);
    }
    for root in roots(world, purpose).into_iter().filter(|&root| root != member) {
        split.add_edge(source, sides[root as usize].0, 1);
    }
    for (from, to) in pairs(world).into_iter().filter(|pair| pair.0 != member) {
        split.add_edge(sides[from as usize].1, sides[to as usize].0, plenty);
    }
    ford_fulkerson(&split, source, sides[member as usize].0).0
}

/// Chains between two that share nobody in between, sponsorships walked either way, by the same stock flow.
pub fn chains_by_flow(world: &World, a: u32, b: u32) -> u32 {
    let stands = |number: u32| carries(world, number, Purpose::Keeping);
    if a == b || !stands(a) || !stands(b) {
        return 0;
    }
    let mut split: DiGraph<(), u32> = DiGraph::new();
    let sides: Vec<_> = (0..world.len()).map(|_| (split.add_node(()), split.add_node(()))).collect();
    for number in (0..world.len()).filter(|&number| stands(number)) {
        let (before, after) = sides[number as usize];
        split.add_edge(before, after, if number == a || number == b { world.len() } else { 1 });
    }
    let both: HashSet<(u32, u32)> = pairs(world).into_iter().flat_map(|(from, to)| [(from, to), (to, from)]).collect();
    for (from, to) in both {
        split.add_edge(sides[from as usize].1, sides[to as usize].0, 1);
    }
    ford_fulkerson(&split, sides[a as usize].1, sides[b as usize].0).0
}
