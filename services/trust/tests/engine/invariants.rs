//! The invariants of the design (trust, section 11), on random communities, against independent oracles.

use std::collections::HashSet;

use proptest::prelude::*;
use proptest::sample::Index;
use trust::{Evidence, Proof, TrustGraph, View, verify};

use super::oracle::{self, Purpose};
use super::world::{TODAY, cases, count, edge, grown, plain_worlds, row, views, worlds};

const PURPOSES: [Purpose; 2] = [Purpose::Admission, Purpose::Keeping];

fn kappa(view: &View<'_>, member: u32) -> Option<u32> {
    view.kappa_at_least(member, u32::MAX).kappa()
}

fn all_kappas(graph: &TrustGraph, members: u32) -> Vec<Option<u32>> {
    (0..members).map(|member| kappa(&graph.for_keeping(TODAY), member)).collect()
}

/// Roots count as boundless: nothing can lower or raise them.
fn at_least(kappa: Option<u32>) -> u32 {
    kappa.unwrap_or(u32::MAX)
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn kappa_is_the_smallest_cut_and_the_greatest_flow(world in worlds(8)) {
        let graph = world.graph();
        for (view, purpose) in views(&graph).iter().zip(PURPOSES) {
            for member in (0..world.len()).filter(|&member| !view.is_root(member)) {
                let ours = kappa(view, member).unwrap();
                prop_assert_eq!(ours, oracle::kappa_by_cuts(&world, member, purpose));
                prop_assert_eq!(ours, oracle::kappa_by_flow(&world, member, purpose));
            }
        }
    }

    #[test]
    fn kappa_is_the_greatest_flow_in_larger_communities_too(world in worlds(40)) {
        let graph = world.graph();
        for (view, purpose) in views(&graph).iter().zip(PURPOSES) {
            for member in (0..world.len()).filter(|&member| !view.is_root(member)) {
                prop_assert_eq!(kappa(view, member).unwrap(), oracle::kappa_by_flow(&world, member, purpose));
            }
        }
    }

    #[test]
    fn i1_kappa_is_at_most_sponsors_and_roots(world in worlds(20)) {
        let graph = world.graph();
        for (view, purpose) in views(&graph).iter().zip(PURPOSES) {
            let roots = oracle::roots(&world, purpose).len();
            let pairs = oracle::pairs(&world);
            for member in (0..world.len()).filter(|&member| !view.is_root(member)) {
                let sponsors = pairs.iter().filter(|pair| pair.1 == member && oracle::carries(&world, pair.0, purpose)).count();
                prop_assert!(kappa(view, member).unwrap() as usize <= sponsors.min(roots));
            }
        }
    }

    #[test]
    fn i2_adding_never_lowers_kappa(world in plain_worlds(12), from in any::<Index>(), to in any::<Index>()) {
        let before = all_kappas(&world.graph(), world.len());
        let mut more = world.clone();
        more.edges.push(edge(world.pick(from), world.pick(to), trust::EdgeState::Active));
        more.join(&[world.pick(from)]);
        let after = all_kappas(&more.graph(), world.len());
        for (before, after) in before.into_iter().zip(after) {
            prop_assert!(at_least(after) >= at_least(before));
        }
    }

    #[test]
    fn i2_removing_never_raises_kappa(world in plain_worlds(12), gone in any::<Index>()) {
        let gone = world.pick(gone);
        let graph = world.graph();
        let without = graph.for_keeping(TODAY).without(&[gone]);
        for member in (0..world.len()).filter(|&member| member != gone) {
            prop_assert!(at_least(kappa(&without, member)) <= at_least(kappa(&graph.for_keeping(TODAY), member)));
        }
    }

    #[test]
    fn i3_self_sponsoring_duplicates_own_edges_and_edges_into_roots_change_nothing(world in worlds(12), who in any::<Index>()) {
        let member = world.pick(who);
        let mut noisy = world.clone();
        noisy.edges.extend(world.edges.iter().copied());
        for other in 0..world.len() {
            noisy.edges.push(edge(other, other, trust::EdgeState::Active));
            noisy.edges.push(edge(member, other, trust::EdgeState::Active));
            for root in world.members.iter().filter(|row| row.root) {
                noisy.edges.push(edge(other, root.number, trust::EdgeState::Active));
            }
        }
        let (plain, noisy) = (world.graph(), noisy.graph());
        for (before, after) in views(&plain).iter().zip(views(&noisy)) {
            // A root that no longer stands is an ordinary subject, and for it an edge in does matter.
            if !world.members[member as usize].root && world.members.iter().all(|row| !row.root || before.is_root(row.number)) {
                prop_assert_eq!(kappa(before, member), kappa(&after, member));
            }
        }
    }

    #[test]
    fn i4_certificates_check_and_a_cut_has_kappa_members(world in worlds(16), asked in 0_u32..6) {
        let graph = world.graph();
        for view in views(&graph) {
            for member in 0..world.len() {
                let certificate = view.certify(member, asked).unwrap();
                prop_assert_eq!(verify(&graph, &certificate), Ok(()));
                prop_assert_eq!(certificate.holds(), at_least(kappa(&view, member)) >= asked);
                if let Evidence::TooFew { paths, cut } = &certificate.evidence {
                    prop_assert_eq!(paths.len(), cut.len());
                    prop_assert_eq!(Some(count(cut.len())), kappa(&view, member));
                }
            }
        }
    }

    #[test]
    fn i4_a_certificate_with_a_path_doubled_shortened_or_bent_is_refused(world in grown(7, 12, 3), who in any::<Index>()) {
        let graph = world.graph();
        let view = graph.for_keeping(TODAY);
        let member = 7 + count(who.index(12));
        let sound = view.certify(member, 3).unwrap();
        let Evidence::Enough { paths } = &sound.evidence else { panic!("grown by three sponsors") };
        let mut wrong = vec![vec![paths[0].clone(), paths[0].clone(), paths[1].clone()], paths[..2].to_vec()];
        let mut bent = paths.clone();
        bent[0].push(member);
        wrong.push(bent);
        let mut rootless = paths.clone();
        rootless[2].insert(0, member);
        wrong.push(rootless);
        for paths in wrong {
            let forged = trust::Certificate { evidence: Evidence::Enough { paths }, ..sound.clone() };
            prop_assert!(verify(&graph, &forged).is_err());
        }
        let leaky = trust::Certificate { asked: 4, evidence: Evidence::TooFew { paths: vec![], cut: vec![] }, ..sound.clone() };
        prop_assert!(verify(&graph, &leaky).is_err());
    }

    #[test]
    fn i5_order_and_labels_do_not_matter((world, order, shuffled) in worlds(12).prop_flat_map(|world| {
        let order: Vec<u32> = (0..world.len()).collect();
        // Repeated pairs are told apart by their order, so only distinct pairs may be shuffled.
        let mut distinct = world.clone();
        let mut seen = HashSet::new();
        distinct.edges.retain(|edge| seen.insert((edge.sponsor, edge.member)));
        let edges = Just(distinct.edges.clone()).prop_shuffle();
        (Just(distinct), Just(order).prop_shuffle(), edges)
    })) {
        let name = |number: u32| order[number as usize];
        let members = world.members.iter().rev().map(|member| row(name(member.number), member.root, member.state));
        let edges = shuffled.iter().map(|old| edge(name(old.sponsor), name(old.member), old.state));
        let (plain, renamed) = (world.graph(), TrustGraph::build(members, edges).unwrap());
        for (before, after) in views(&plain).iter().zip(views(&renamed)) {
            let (tree_before, tree_after) = (before.dominators(), after.dominators());
            for member in 0..world.len() {
                prop_assert_eq!(kappa(before, member), kappa(&after, name(member)));
                prop_assert_eq!(before.distances().of(member), after.distances().of(name(member)));
                let renamed = tree_before.of(member).map(|set| set.into_iter().map(name).collect::<HashSet<_>>());
                prop_assert_eq!(renamed, tree_after.of(name(member)).map(|set| set.into_iter().collect()));
            }
        }
    }

    #[test]
    fn i20_a_search_cut_short_is_never_a_proof_and_a_greater_limit_never_changes_an_answer(world in worlds(16), limit in 0_usize..30) {
        let graph = world.graph();
        for view in views(&graph) {
            for member in 0..world.len() {
                let whole = view.kappa_at_least(member, 3);
                match view.clone().search_states(limit).kappa_at_least(member, 3) {
                    Proof::Undetermined { at_least, states } => {
                        prop_assert!(at_least < 3 && states <= limit);
                        prop_assert!(at_least <= whole.kappa().unwrap());
                    }
                    cut_short => prop_assert_eq!(cut_short, whole),
                }
            }
        }
    }

}
