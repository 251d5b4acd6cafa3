//! Distances, who hangs on whom, chains between two, and what each standing carries.

use std::collections::HashSet;

use proptest::prelude::*;
use proptest::sample::Index;
use trust::{MemberState, TrustGraph};

use super::oracle::{self, Purpose};
use super::world::{TODAY, cases, count, edge, row, views, worlds};

const PURPOSES: [Purpose; 2] = [Purpose::Admission, Purpose::Keeping];

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn i10_kappa_two_and_hanging_on_nobody_are_the_same(world in worlds(16)) {
        let graph = world.graph();
        for view in views(&graph) {
            let tree = view.dominators();
            for member in view.standing().filter(|&member| !view.is_root(member)) {
                let two = view.kappa_at_least(member, 2).holds();
                prop_assert_eq!(tree.of(member).is_some_and(|set| set.is_empty()), two);
                prop_assert_eq!(tree.hangs_on_nobody(member), two);
            }
        }
    }

    #[test]
    fn i11_the_dominated_are_those_no_longer_reached(world in worlds(16)) {
        let graph = world.graph();
        for (view, purpose) in views(&graph).iter().zip(PURPOSES) {
            let tree = view.dominators();
            let before = oracle::reached(&world, purpose, &HashSet::new(), None);
            for member in 0..world.len() {
                let after = oracle::reached(&world, purpose, &HashSet::from([member]), None);
                let mut lost: Vec<u32> = before.difference(&after).copied().filter(|&lost| lost != member).collect();
                lost.sort_unstable();
                prop_assert_eq!(&view.orphans_without(&[member]), &lost);
                prop_assert_eq!(tree.dominated_by(member), lost);
            }
        }
    }

    #[test]
    fn distances_are_those_of_the_oracles_flood(world in worlds(16)) {
        let graph = world.graph();
        for (view, purpose) in views(&graph).iter().zip(PURPOSES) {
            let reached = oracle::reached(&world, purpose, &HashSet::new(), None);
            let distances = view.distances();
            prop_assert_eq!(distances.reached(), reached.len());
            for (from, to) in oracle::pairs(&world) {
                if let (Some(near), Some(far)) = (distances.of(from), distances.of(to)) {
                    prop_assert!(far <= near + 1);
                }
            }
        }
    }

    #[test]
    fn independent_chains_are_as_many_as_the_greatest_flow_up_to_three(world in worlds(14), a in any::<Index>(), b in any::<Index>()) {
        let (a, b) = (world.pick(a), world.pick(b));
        let graph = world.graph();
        let connection = graph.for_keeping(TODAY).connection(a, b);
        prop_assert!(!connection.capped);
        prop_assert_eq!(count(connection.independent.len()), oracle::chains_by_flow(&world, a, b).min(3));
    }

    #[test]
    fn chains_between_two_members_are_chains_share_nobody_and_look_the_same_from_both_ends(world in worlds(14), a in any::<Index>(), b in any::<Index>()) {
        let (a, b) = (world.pick(a), world.pick(b));
        let graph = world.graph();
        let view = graph.for_keeping(TODAY);
        let (there, back) = (view.connection(a, b), view.connection(b, a));
        prop_assert_eq!(there.distance(), back.distance());
        prop_assert_eq!(there.independent.len(), back.independent.len());
        prop_assert_eq!(there.distance().is_some(), !there.independent.is_empty());
        let mut between = HashSet::new();
        for chain in there.independent.iter().chain([&there.shortest]).filter(|chain| !chain.is_empty()) {
            prop_assert_eq!((chain[0].from, chain[chain.len() - 1].to), (a, b));
            prop_assert!(chain.windows(2).all(|pair| pair[0].to == pair[1].from));
            prop_assert!(chain.len() >= there.shortest.len());
        }
        for chain in &there.independent {
            prop_assert!(chain[1..].iter().all(|step| between.insert(step.from)));
        }
    }
}

#[test]
fn a_member_under_review_or_gone_for_less_than_a_year_still_carries_those_already_in() {
    let carried = |state: MemberState| {
        let members = [row(0, true, state), row(1, false, MemberState::Member { since: TODAY })];
        let graph = TrustGraph::build(members, [edge(0, 1, trust::EdgeState::Active)]).unwrap();
        let [admission, keeping] = views(&graph).map(|view| view.kappa_at_least(1, u32::MAX).kappa().unwrap());
        (admission, keeping)
    };
    assert_eq!(carried(MemberState::Member { since: TODAY }), (1, 1));
    assert_eq!(carried(MemberState::UnderReview), (0, 1));
    assert_eq!(carried(MemberState::Left { day: TODAY }), (0, 1));
    assert_eq!(carried(MemberState::Left { day: trust::Day::new(TODAY.number() - 365) }), (0, 0));
    assert_eq!(carried(MemberState::Suspended), (0, 0));
    assert_eq!(carried(MemberState::Expelled), (0, 0));
}

#[test]
fn a_wild_number_or_an_unknown_sponsor_is_refused_instead_of_eating_all_memory() {
    let member = |number| row(number, false, MemberState::Suspended);
    assert_eq!(TrustGraph::build([member(4_000_000_000)], []).err(), Some(trust::GraphError::NotDense(4_000_000_000)));
    let stranger = edge(7, 0, trust::EdgeState::Active);
    assert_eq!(TrustGraph::build([member(0)], [stranger]).err(), Some(trust::GraphError::UnknownMember(7)));
}
