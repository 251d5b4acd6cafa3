//! The gauges count what the searches say, and the second opinions keep their published bounds.

use proptest::prelude::*;
use proptest::sample::Index;
use trust::{AdmissionPolicy, Capacities, Leniency, Standard, reproduction};

use super::world::{TODAY, World, cases, count, distinct, edge, grown, worlds};

fn standard(k: u32) -> Standard {
    Standard { sponsors: k, paths: k, leniency: Leniency::default() }
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn every_gauge_is_the_count_of_what_each_search_says(world in worlds(16), k in 1_u32..4) {
        let graph = world.graph();
        let view = graph.for_keeping(TODAY);
        let gauges = view.gauges(&standard(k));
        let sound = view.standing().filter(|&one| view.kappa_at_least(one, k).holds()).count();
        prop_assert_eq!((gauges.sound, gauges.undetermined), (sound, 0));
        prop_assert!((0.0..=1.0).contains(&gauges.share()));
        for loss in &gauges.losses {
            prop_assert_eq!(loss.orphans, view.orphans_without(&[loss.root]).len());
            prop_assert_eq!(loss.falling, view.falling_without(&[loss.root], k).members.len());
        }
        let tree = view.dominators();
        let sizes: Vec<usize> = (0..world.len()).map(|one| tree.dominated_by(one).len()).collect();
        prop_assert_eq!(&tree.sizes(), &sizes);
        prop_assert!(gauges.keystones.iter().all(|one| one.dominated == sizes[one.member as usize]));
    }

    #[test]
    fn the_flow_of_limited_capacity_lets_in_no_more_fakes_than_their_friends_can_pass_on(world in grown(7, 25, 3), choice in proptest::collection::vec(any::<Index>(), 3), fakes in 1_usize..40) {
        let mut world = world;
        let friends = distinct(&choice, world.len(), 3);
        let first = world.len();
        for _ in 0..fakes {
            let known: Vec<u32> = friends.iter().copied().chain(first..world.len()).collect();
            let fake = world.join(&known);
            world.edges.extend((first..fake).map(|other| edge(fake, other, trust::EdgeState::Active)));
        }
        let graph = world.graph();
        let view = graph.for_keeping(TODAY);
        let levels = vec![12, 4, 2];
        let passed: u32 = friends.iter().map(|&one| levels.get(view.distances().of(one).unwrap() as usize).copied().unwrap_or(1) - 1).sum();
        let accepted = view.accepted_by_capacity(&Capacities::of(levels));
        prop_assert!(count(accepted.iter().filter(|&&one| one >= first).count()) <= passed);
        prop_assert!(accepted.iter().all(|&one| view.distances().of(one).is_some()));
    }
}

#[test]
fn capacities_made_for_a_community_accept_nearly_all_of_it() {
    let mut world: World = World {
        members: (0..7).map(|n| super::world::row(n, true, trust::MemberState::Member { since: TODAY })).collect(),
        edges: vec![],
    };
    for number in 7..400_u32 {
        world.join(&[number * 7 % number, number * 11 % number.min(200), number / 2]);
    }
    let graph = world.graph();
    let view = graph.for_keeping(TODAY);
    assert!(view.accepted_by_capacity(&Capacities::for_shape(&view)).len() > 380);
}

#[test]
fn a_cluster_hanging_by_one_thread_is_at_the_tail() {
    let mut world: World = World {
        members: (0..7).map(|n| super::world::row(n, true, trust::MemberState::Member { since: TODAY })).collect(),
        edges: vec![],
    };
    for number in 7..600_u32 {
        world.join(&[number * 7 % number, number * 11 % number.min(200), number / 2]);
    }
    let first = world.join(&[300]);
    for _ in 0..5 {
        let known: Vec<u32> = (first..world.len()).collect();
        world.join(&known);
    }
    let graph = world.graph();
    let tail = graph.for_keeping(TODAY).sybil_tail(1);
    assert_eq!(tail.len(), 5, "one in a hundred of 599 who are no roots");
    assert!(tail.iter().all(|&one| one >= first), "{tail:?}");
}

#[test]
fn a_community_where_a_tenth_leaves_each_year_can_just_hold_itself() {
    let a_tenth = 0.1_f64 / 365.0;
    let rho = reproduction(&AdmissionPolicy::confiance(), a_tenth).unwrap();
    assert!((rho - 4.0 / 3.0 * 10.0 * (-0.1_f64 * 70.0 / 365.0).exp()).abs() < 1e-9, "{rho}");
    assert_eq!(reproduction(&AdmissionPolicy::departement(), a_tenth), None);
}
