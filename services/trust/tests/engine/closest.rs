//! Those nearest to a member: as an independent count says, never nearer than the pair, and cut where it was said.

use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::{HashMap, HashSet};
use trust::{Alike, Day, EdgeState, MemberState};

use super::oracle::{self, Purpose};
use super::world::{TODAY, World, cases, edge, grown, row, worlds};

fn closest(world: &World, viewer: u32, most: usize) -> Vec<Alike> {
    world.graph().for_keeping(TODAY).closest(viewer, most)
}

fn in_order(classes: &[Alike]) -> Vec<u32> {
    classes.iter().flat_map(|alike| alike.members.iter().copied()).collect()
}

/// Who knows whom, of those who carry.
fn circles(world: &World) -> HashMap<u32, HashSet<u32>> {
    let stands = |member: u32| oracle::carries(world, member, Purpose::Keeping);
    let mut known: HashMap<u32, HashSet<u32>> = HashMap::new();
    for (one, other) in oracle::pairs(world).into_iter().filter(|pair| stands(pair.0) && stands(pair.1)) {
        known.entry(one).or_default().insert(other);
        known.entry(other).or_default().insert(one);
    }
    known
}

/// The same by counting sets: a direct tie, people in common, else the length of the shortest chain.
fn counted(world: &World, viewer: u32) -> HashMap<u32, f64> {
    let (known, nobody) = (circles(world), HashSet::new());
    let of = |member: u32| known.get(&member).unwrap_or(&nobody);
    let mut steps = HashMap::from([(viewer, 0_i32)]);
    let mut edge = vec![viewer];
    for step in 1..=8 {
        let next: HashSet<u32> =
            edge.iter().flat_map(|&one| of(one)).copied().filter(|one| !steps.contains_key(one)).collect();
        steps.extend(next.iter().map(|&one| (one, step)));
        edge = next.into_iter().collect();
    }
    let missing = |steps: i32| 1.0 - 0.6_f64.powi(steps);
    let score = |(&member, &step): (&u32, &i32)| {
        let common = i32::try_from(of(viewer).intersection(of(member)).count()).unwrap();
        let left = match step {
            1 => missing(1) * missing(2).powi(common.min(2)),
            2 => missing(2).powi(common.min(3)),
            _ => missing(step),
        };
        (member, 1.0 - left)
    };
    steps.iter().filter(|(member, _)| **member != viewer).map(score).collect()
}

#[test]
fn a_small_circle_comes_in_the_order_of_its_ties() {
    let members = (0..9).map(|n| row(n, n == 0, MemberState::Member { since: Day::new(0) })).collect();
    // 1 and 2 know the viewer and each other; 4 is known to 1, 2 and 3; 5 to 1 alone; 6 to 5 alone; nobody knows 7, and 8 is not sponsored any more.
    let ties = [(0, 1), (0, 2), (1, 2), (3, 0), (1, 4), (2, 4), (3, 4), (5, 1), (5, 6)];
    let mut edges: Vec<_> = ties.iter().map(|&(sponsor, member)| edge(sponsor, member, EdgeState::Active)).collect();
    edges.push(edge(0, 8, EdgeState::Revoked));
    let mut world = World { members, edges };
    let seen = closest(&world, 0, 100);
    assert_eq!(
        seen.iter().map(|alike| alike.members.clone()).collect::<Vec<_>>(),
        [vec![1, 2], vec![4], vec![3], vec![5], vec![6]]
    );
    let scores: Vec<String> = seen.iter().map(|alike| format!("{:.3}", alike.score)).collect();
    assert_eq!(scores, ["0.744", "0.738", "0.600", "0.360", "0.216"]);
    assert!(closest(&world, 7, 100).is_empty(), "no tie");
    // A sponsorship ends: 4 has one person less in common.
    world.edges[6].state = EdgeState::Revoked;
    assert_eq!(in_order(&closest(&world, 0, 100)), [1, 2, 3, 4, 5, 6]);
    world.members[0].state = MemberState::Suspended;
    assert!(closest(&world, 0, 100).is_empty(), "whoever does not stand is linked to nobody");
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn those_nearest_are_as_counted_and_never_nearer_than_the_pair_is(world in worlds(16), viewer in any::<Index>()) {
        let viewer = world.pick(viewer);
        let graph = world.graph();
        let view = graph.for_keeping(TODAY);
        let seen = view.closest(viewer, 100);
        let mut expected = counted(&world, viewer);
        if !oracle::carries(&world, viewer, Purpose::Keeping) {
            expected.clear();
        }
        prop_assert_eq!(in_order(&seen).len(), expected.len());
        for alike in &seen {
            for &member in &alike.members {
                prop_assert!((alike.score - expected[&member]).abs() < 1e-12, "{}: {} for {}", member, alike.score, expected[&member]);
                prop_assert!(alike.score <= view.connection(viewer, member).score() + 1e-12);
            }
        }
        prop_assert!(seen.windows(2).all(|two| two[0].score > two[1].score), "the best first, and no two alike");
    }

    #[test]
    fn fewer_are_the_first_of_all(world in grown(4, 40, 2), viewer in any::<Index>(), most in 1_usize..45) {
        let viewer = world.pick(viewer);
        let (all, some) = (in_order(&closest(&world, viewer, usize::MAX)), in_order(&closest(&world, viewer, most)));
        prop_assert_eq!(&some[..], &all[..most.min(all.len())]);
    }
}
