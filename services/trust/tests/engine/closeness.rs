//! How close two members are: the chains are shortest together, and the number behaves.

use petgraph::graph::{DiGraph, NodeIndex};
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::HashSet;
use trust::lab::{
    chance::Chance,
    synthetic::{GROWN_ON, grown as grown_town},
};
use trust::{Closeness, Connection, EdgeState};

use super::oracle::{self, Purpose};
use super::world::{TODAY, World, cases, count, edge, grown, plain_worlds, worlds};

fn linked(world: &World, a: u32, b: u32) -> Connection {
    world.graph().for_keeping(TODAY).connection(a, b)
}

/// `S_1, S_2, S_3` by Bellman and Ford over a materialised split graph with whole residual arcs, nothing shared with the engine.
fn totals(world: &World, a: u32, b: u32) -> Vec<i64> {
    let stands = |number: u32| oracle::carries(world, number, Purpose::Keeping);
    if a == b || !stands(a) || !stands(b) {
        return vec![];
    }
    // Weight: (cost, open). Each arc is followed by its opposite.
    let mut net: DiGraph<(), (i64, bool)> = DiGraph::new();
    let sides: Vec<(NodeIndex, NodeIndex)> = (0..world.len()).map(|_| (net.add_node(()), net.add_node(()))).collect();
    let mut arc = |from: NodeIndex, to: NodeIndex, cost: i64| {
        net.add_edge(from, to, (cost, true));
        net.add_edge(to, from, (-cost, false));
    };
    for number in (0..world.len()).filter(|&number| stands(number) && number != a && number != b) {
        arc(sides[number as usize].0, sides[number as usize].1, 0);
    }
    let both: HashSet<(u32, u32)> = oracle::pairs(world).into_iter().flat_map(|(x, y)| [(x, y), (y, x)]).collect();
    for (from, to) in both.into_iter().filter(|pair| stands(pair.0) && stands(pair.1)) {
        arc(sides[from as usize].1, sides[to as usize].0, 1);
    }
    let (start, end) = (sides[a as usize].1, sides[b as usize].0);
    let mut totals = vec![];
    while let Some(cost) = cheapest(&mut net, start, end).filter(|_| totals.len() < 3) {
        totals.push(totals.last().copied().unwrap_or(0) + cost);
    }
    totals
}

fn cheapest(net: &mut DiGraph<(), (i64, bool)>, start: NodeIndex, end: NodeIndex) -> Option<i64> {
    let mut best = vec![i64::MAX / 2; net.node_count()];
    let mut by = vec![None; net.node_count()];
    best[start.index()] = 0;
    let mut better = true;
    while std::mem::take(&mut better) {
        for id in net.edge_indices() {
            let ((from, to), (cost, open)) = (net.edge_endpoints(id).unwrap(), net[id]);
            if open && best[from.index()] < i64::MAX / 4 && best[from.index()] + cost < best[to.index()] {
                (best[to.index()], by[to.index()], better) = (best[from.index()] + cost, Some(id), true);
            }
        }
    }
    let mut at = end;
    while at != start {
        let id: petgraph::graph::EdgeIndex = by[at.index()]?;
        let opposite = petgraph::graph::EdgeIndex::new(id.index() ^ 1);
        (net[id].1, net[opposite].1) = (false, true);
        at = net.edge_endpoints(id).unwrap().0;
    }
    Some(best[end.index()])
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn i16_independent_chains_are_shortest_together(world in worlds(18), a in any::<Index>(), b in any::<Index>()) {
        let (a, b) = (world.pick(a), world.pick(b));
        let (found, oracle) = (linked(&world, a, b), totals(&world, a, b));
        let sums: Vec<i64> = (1..=found.added.len()).map(|p| found.added[..p].iter().map(|&m| i64::from(m)).sum()).collect();
        prop_assert_eq!(&sums, &oracle);
        prop_assert_eq!(found.independent.iter().map(Vec::len).sum::<usize>(), usize::try_from(sums.last().copied().unwrap_or(0)).unwrap());
        prop_assert_eq!(found.independent.len(), oracle.len());
        prop_assert!(found.added.is_sorted());
    }

    #[test]
    fn i16_independent_chains_are_shortest_together_in_larger_communities_too(world in grown(5, 30, 3), a in any::<Index>(), b in any::<Index>()) {
        let (a, b) = (world.pick(a), world.pick(b));
        let found = linked(&world, a, b);
        let sums: Vec<i64> = (1..=found.added.len()).map(|p| found.added[..p].iter().map(|&m| i64::from(m)).sum()).collect();
        prop_assert_eq!(sums, totals(&world, a, b));
    }

    #[test]
    fn i16_closeness_is_the_same_from_both_ends_and_between_nothing_and_one(world in worlds(16), a in any::<Index>(), b in any::<Index>()) {
        let (a, b) = (world.pick(a), world.pick(b));
        let (there, back) = (linked(&world, a, b), linked(&world, b, a));
        prop_assert_eq!(&there.added, &back.added);
        prop_assert!((0.0..1.0).contains(&there.score()));
        prop_assert_eq!(there.closeness() == Closeness::None, there.independent.is_empty());
    }

    #[test]
    fn i16_one_more_sponsorship_never_makes_anybody_less_close(world in plain_worlds(14), from in any::<Index>(), to in any::<Index>(), a in any::<Index>(), b in any::<Index>()) {
        let (a, b) = (world.pick(a), world.pick(b));
        let mut more = world.clone();
        more.edges.push(edge(world.pick(from), world.pick(to), EdgeState::Active));
        prop_assert!(linked(&more, a, b).score() >= linked(&world, a, b).score() - 1e-12);
    }

    #[test]
    fn i16_fakes_behind_c_accounts_at_distance_d_stay_below_the_bound(world in grown(4, 12, 2), viewer in any::<Index>(), choice in proptest::collection::vec(any::<Index>(), 3), c in 1_usize..4, fakes in 1_usize..9, seen in any::<Index>()) {
        let (mut world, viewer) = (world.clone(), world.pick(viewer));
        let mut accomplices = super::world::distinct(&choice, world.len(), c);
        accomplices.retain(|&one| one != viewer);
        let honest = linked_all(&world, viewer, &accomplices);
        let first = world.len();
        for _ in 0..fakes {
            let known: Vec<u32> = accomplices.iter().copied().chain(first..world.len()).collect();
            world.join(&known);
        }
        let target = first + count(seen.index(fakes));
        let Some(distance) = honest.iter().flatten().min() else { return Ok(()) };
        let near = 0.6_f64.powf(f64::from(count(*distance)) + 1.0);
        let bound = 1.0 - (1.0 - near).powf(f64::from(count(accomplices.len())));
        prop_assert!(linked(&world, viewer, target).score() <= bound + 1e-12);
    }
}

/// Large enough for a third chain to step back over the first two: a member who was split before keeps both potentials.
#[test]
fn i16_three_chains_cross_in_a_community_of_four_hundred() {
    let mut chance = Chance::new(20_260_101);
    let rows = grown_town(400, 3, &mut chance);
    let world = World { members: rows.members, edges: rows.edges };
    let graph = world.graph();
    let view = graph.for_keeping(GROWN_ON);
    for asked in 0..6_000 {
        let (a, b) = (chance.below(400), chance.below(400));
        // Each looks at its own costs as it goes; one of forty is asked of the oracle as well.
        let found = view.connection(a, b);
        if asked % 40 > 0 {
            continue;
        }
        let sums: Vec<i64> =
            (1..=found.added.len()).map(|p| found.added[..p].iter().map(|&m| i64::from(m)).sum()).collect();
        assert_eq!(sums, totals(&world, a, b), "{a} and {b}");
    }
}

/// Large enough for most of it to stay unread: what was read must not be taken for everything a step too early.
#[test]
fn i16_what_is_near_is_enough_in_a_community_of_three_thousand() {
    let mut chance = Chance::new(16);
    let rows = grown_town(3_000, 3, &mut chance);
    let world = World { members: rows.members, edges: rows.edges };
    let graph = world.graph();
    let view = graph.for_keeping(GROWN_ON);
    for _ in 0..60 {
        let (a, b) = (chance.below(3_000), chance.below(3_000));
        let found = view.connection(a, b);
        let sums: Vec<i64> =
            (1..=found.added.len()).map(|p| found.added[..p].iter().map(|&m| i64::from(m)).sum()).collect();
        assert_eq!(sums, totals(&world, a, b), "{a} and {b}");
        assert_eq!(found.distance(), view.connection(b, a).distance(), "{a} and {b}");
    }
}

/// Work instead of time, which is the machine's: what is looked at for the better part of all pairs, and for the worst of a hundred.
#[test]
fn how_two_are_linked_is_found_by_looking_at_few_ties() {
    const MEMBERS: u32 = 20_000;
    let mut chance = Chance::new(20_260_101);
    let rows = grown_town(MEMBERS, 3, &mut chance);
    let world = World { members: rows.members, edges: rows.edges };
    let graph = world.graph();
    let view = graph.for_keeping(GROWN_ON);
    let mut looked: Vec<usize> =
        (0..400).map(|_| view.ties_of_connection(chance.below(MEMBERS), chance.below(MEMBERS))).collect();
    looked.sort_unstable();
    let (middle, worst) = (looked[200], looked[396]);
    eprintln!("ties looked at for a pair of {MEMBERS} members: {middle}, the worst of a hundred {worst}");
    assert!(middle <= 4_000 && worst <= 20_000, "{middle}, {worst}");
}

/// Somebody with one sponsor has one chain: to look for a second would be to read everybody.
#[test]
fn nobody_is_looked_for_beyond_the_ties_of_either_end() {
    let mut chance = Chance::new(7);
    let rows = grown_town(5_000, 3, &mut chance);
    let mut world = World { members: rows.members, edges: rows.edges };
    let newest = world.join(&[4_999]);
    let graph = world.graph();
    let view = graph.for_keeping(GROWN_ON);
    for other in (0..4_000).step_by(400) {
        let found = view.connection(newest, other);
        assert!(found.independent.len() == 1 && !found.capped, "{other}");
        assert_eq!(found.added, view.connection(other, newest).added, "{other}");
        assert!(view.ties_of_connection(newest, other) < 5_000, "{other}");
    }
}

fn linked_all(world: &World, viewer: u32, others: &[u32]) -> Vec<Option<usize>> {
    others.iter().map(|&other| linked(world, viewer, other).distance()).collect()
}

#[test]
fn the_numbers_of_the_design_come_out() {
    let score = |added: &[u32]| Connection { added: added.to_vec(), ..Connection::default() };
    let near = |connection: &Connection, expected: f64| (connection.score() - expected).abs() < 0.005;
    assert!(near(&score(&[1]), 0.6) && near(&score(&[2, 2, 2]), 0.74) && near(&score(&[4]), 0.13));
    let words = [vec![2, 2, 2], vec![1], vec![3], vec![4], vec![]].map(|added| score(&added).closeness());
    assert_eq!(words, [Closeness::Strong, Closeness::Good, Closeness::Thin, Closeness::Faint, Closeness::None]);
}

#[test]
fn a_record_says_how_many_lasted_and_hides_reviews() {
    use trust::{Band, Day, MemberState};
    let mut world = World { members: vec![], edges: vec![] };
    for number in 0..5 {
        world.members.push(super::world::row(number, number == 0, MemberState::Member { since: Day::new(0) }));
    }
    let given = |member: u32, day: i32| trust::EdgeRow { day: Day::new(day), ..edge(1, member, EdgeState::Active) };
    world.edges = vec![edge(0, 1, EdgeState::Active), given(2, 635), given(3, 636), given(4, 100)];
    world.members[4].state = MemberState::Expelled;
    let record = |world: &World, joined: i32| world.graph().for_keeping(TODAY).record(1, Day::new(joined), TODAY, 1);
    let seen = record(&world, 635);
    assert_eq!((seen.sponsored, seen.lasted, seen.solid, seen.band), (2, 1, true, Band::Settled));
    assert_eq!([record(&world, 636).band, record(&world, -95).band], [Band::New, Band::Old]);
    world.members[2].state = MemberState::UnderReview;
    assert_eq!(record(&world, 635), seen, "a review is nobody's business but the reviewers'");
}
