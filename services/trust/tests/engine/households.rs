//! Two of one household are one voice: everything the engine says of a community with households is what it says of the community
//! written out anew with one vertex for each household (decision 0035).

use std::collections::{BTreeSet, HashSet};

use proptest::prelude::*;
use proptest::sample::Index;
use trust::{
    Cure, Day, Departure, Evidence, Households, MemberState, Move, Reason, TrustGraph, cure, verify, what_if,
    what_if_moved,
};

use super::oracle::{self, Purpose};
use super::towns::{Town, fallen, kappa, kappa_of_contracted, kappas, standard, towns};
use super::world::{TODAY, cases, count, distinct, edge, grown, row, views};

const PURPOSES: [Purpose; 2] = [Purpose::Admission, Purpose::Keeping];

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn kappa_is_that_of_the_community_written_out_with_one_vertex_a_household(town in towns(30)) {
        let graph = town.graph();
        for (view, purpose) in views(&graph).iter().zip(PURPOSES) {
            let contracted = town.contracted(purpose);
            for member in (0..town.world.len()).filter(|&member| !view.is_root(member)) {
                prop_assert_eq!(kappa(view, member), contracted.kappa(member));
            }
        }
    }

    #[test]
    fn certificates_hold_and_their_cuts_name_each_household_once(town in towns(16), asked in 0_u32..6) {
        let graph = town.graph();
        for (view, purpose) in views(&graph).iter().zip(PURPOSES) {
            let contracted = town.contracted(purpose);
            for member in 0..town.world.len() {
                let certificate = view.certify(member, asked).unwrap();
                prop_assert_eq!(verify(&graph, &certificate), Ok(()));
                prop_assert_eq!(certificate.holds(), view.is_root(member) || contracted.kappa(member) >= asked);
                if let Evidence::TooFew { cut, paths } = &certificate.evidence {
                    let voices: BTreeSet<u32> = cut.iter().map(|&one| view.voice(one)).collect();
                    prop_assert_eq!((voices.len(), paths.len()), (cut.len(), cut.len()));
                    prop_assert!(cut.iter().all(|&one| view.stands(one)));
                }
            }
        }
    }

    #[test]
    fn a_certificate_whose_paths_meet_in_one_household_is_refused(world in grown(7, 14, 3), who in any::<Index>(), one in 0_usize..3, other in 0_usize..3) {
        let (member, mut graph) = (7 + count(who.index(14)), world.graph());
        let alone = graph.for_keeping(TODAY).certify(member, 3).unwrap();
        let (one, other) = (alone.paths()[one][0], *alone.paths()[other].last().unwrap());
        graph.tie(one, other).unwrap();
        let meet = alone.paths().iter().filter(|path| path.contains(&one) || path.contains(&other)).count() > 1;
        let told = verify(&graph, &alone);
        if meet {
            prop_assert!(matches!(told, Err(trust::Flaw::Shared(_))), "{:?}", told);
        } else if one != member && other != member {
            let adjacent = alone.paths().iter().any(|path| path.windows(2).any(|pair| pair == [one, other]));
            prop_assert_eq!(told.is_ok(), one == other || adjacent);
        }
    }

    #[test]
    fn distances_dominators_and_dominated_sets_are_those_of_the_community_written_out(town in towns(20)) {
        let graph = town.graph();
        for (view, purpose) in views(&graph).iter().zip(PURPOSES) {
            let contracted = town.contracted(purpose);
            let plain = contracted.world.graph();
            let plain = plain.for_keeping(TODAY);
            let (distances, tree) = (view.distances(), view.dominators());
            let (plain_distances, plain_tree) = (plain.distances(), plain.dominators());
            let sizes = tree.sizes();
            for member in 0..town.world.len() {
                let subject = contracted.subject(member);
                prop_assert_eq!(distances.of(member), plain_distances.of(subject));
                let chain = plain_tree.of(subject).map(|chain| {
                    let mut named: Vec<u32> = chain.into_iter().map(|voice| contracted.named(voice)).collect();
                    named.sort_unstable();
                    named
                });
                prop_assert_eq!(tree.of(member), chain);
                prop_assert_eq!(tree.hangs_on_nobody(member), plain_tree.hangs_on_nobody(subject));
                let voice = contracted.voices[member as usize];
                let below = plain_tree.dominated_by(voice).into_iter().filter_map(|vertex| contracted.whom(vertex));
                let mut below: Vec<u32> = below.filter(|&one| contracted.voices[one as usize] != voice).collect();
                below.sort_unstable();
                prop_assert_eq!(sizes[member as usize], below.len());
                prop_assert_eq!(tree.dominated_by(member), below);
            }
        }
    }

    #[test]
    fn i1_kappa_is_at_most_the_voices_that_sponsor_and_the_roots_voices(town in towns(20)) {
        let (graph, voices) = (town.graph(), town.voices());
        for (view, purpose) in views(&graph).iter().zip(PURPOSES) {
            let voice = |member: u32| voices[member as usize];
            let roots: HashSet<u32> = oracle::roots(&town.world, purpose).into_iter().map(voice).collect();
            prop_assert_eq!(view.root_voices(), roots.len());
            let pairs = oracle::pairs(&town.world);
            for member in (0..town.world.len()).filter(|&member| !view.is_root(member)) {
                let given = pairs.iter().filter(|pair| pair.1 == member && oracle::carries(&town.world, pair.0, purpose));
                let sponsors: HashSet<u32> = given.map(|pair| voice(pair.0)).collect();
                prop_assert!(kappa(view, member) as usize <= sponsors.len().min(roots.len()));
            }
        }
    }

    #[test]
    fn i2_with_households_too_a_new_word_lowers_nobody_and_a_departure_raises_nobody(town in towns(14), from in any::<Index>(), to in any::<Index>()) {
        let (from, to) = (town.world.pick(from), town.world.pick(to));
        let mut more = town.clone();
        more.world.edges.push(edge(from, to, trust::EdgeState::Active));
        let graph = town.graph();
        let without = graph.for_keeping(TODAY).without(&[from]);
        for (member, (before, after)) in (0..).zip(kappas(&town).into_iter().zip(kappas(&more))) {
            prop_assert!(after >= before);
            prop_assert!(member == from || kappa(&without, member) <= before);
        }
    }

    #[test]
    fn a_household_of_one_and_one_that_is_over_change_nothing(town in towns(16), who in any::<Index>(), one in any::<Index>(), other in any::<Index>()) {
        let (who, one, other) = (town.world.pick(who), town.world.pick(one), town.world.pick(other));
        let alone = Town { ties: Vec::new(), ..town.clone() };
        let (plain, mut graph) = (alone.graph(), alone.graph());
        graph.tie(who, who).unwrap();
        graph.tie(one, other).unwrap();
        graph.untie(other, one);
        prop_assert_eq!(graph.households(), &Households::default());
        let mut left = town.graph();
        for &(one, other) in town.ties.iter().rev() {
            left.untie(one, other);
        }
        for ((here, there), past) in views(&plain).iter().zip(views(&graph)).zip(views(&left)) {
            for member in 0..alone.world.len() {
                prop_assert_eq!(here.kappa_at_least(member, 3), there.kappa_at_least(member, 3));
                prop_assert_eq!(here.kappa_at_least(member, 3), past.kappa_at_least(member, 3));
            }
        }
    }

    #[test]
    fn two_households_become_one_moves_nobody_by_more_than_one_path(town in towns(16), one in any::<Index>(), other in any::<Index>()) {
        let joined = town.and(town.world.pick(one), town.world.pick(other));
        for (before, after) in kappas(&town).into_iter().zip(kappas(&joined)) {
            prop_assert!(before.abs_diff(after) <= 1);
        }
    }

    #[test]
    fn households_of_the_sound_lift_nobody_when_they_are_joined_and_drop_nobody_when_they_are_parted(town in towns(16), one in any::<Index>(), other in any::<Index>(), k in 1_u32..4) {
        let (one, other) = (town.world.pick(one), town.world.pick(other));
        let (voices, before) = (town.voices(), kappas(&town));
        let joining = |member: u32| [one, other].iter().any(|&it| voices[it as usize] == voices[member as usize]);
        let carries = |member: &u32| oracle::carries(&town.world, *member, Purpose::Keeping);
        let sound = (0..town.world.len()).filter(carries).filter(|&member| joining(member)).all(|member| before[member as usize] >= k);
        prop_assume!(sound);
        for (before, after) in before.into_iter().zip(kappas(&town.and(one, other))) {
            prop_assert!(before >= k || after < k);
        }
    }

    #[test]
    fn i6_k_words_of_k_households_that_are_sound_make_a_newcomer_sound(town in towns(16), wishes in proptest::collection::vec(any::<Index>(), 4), k in 1_u32..4) {
        let graph = town.graph();
        for view in views(&graph) {
            let sponsors = distinct(&wishes, town.world.len(), 4);
            let sound: Vec<u32> = sponsors.iter().copied().filter(|&one| view.stands(one) && view.kappa_at_least(one, k).holds()).collect();
            if view.voices_among(sound) >= k as usize {
                prop_assert!(view.kappa_of_newcomer(&sponsors, k).holds());
                prop_assert!(view.soundness(k).admits(&sponsors));
            }
        }
    }

    #[test]
    fn i17_the_census_and_the_fast_path_tell_what_each_ones_own_search_tells(town in towns(20), wishes in proptest::collection::vec(any::<Index>(), 4), k in 1_u32..4) {
        let graph = town.graph();
        for view in views(&graph) {
            let all = view.soundness(k);
            for member in 0..town.world.len() {
                let holds = view.stands(member) && view.kappa_at_least(member, k).holds();
                prop_assert_eq!(all.holds(member), holds);
            }
            let sponsors = distinct(&wishes, town.world.len(), 4);
            prop_assert!(!all.admits(&sponsors) || view.kappa_of_newcomer(&sponsors, k).holds());
            let found = view.kappa_of_newcomer(&sponsors, u32::MAX).kappa();
            prop_assert_eq!(found, Some(trust::lab::yardstick::kappa_by_petgraph(&view, &sponsors)));
        }
    }

    #[test]
    fn i13_whom_a_departure_lets_fall_is_told_by_two_searches_each(town in towns(16), who in any::<Index>(), k in 1_u32..4) {
        let (gone, graph) = (town.world.pick(who), town.graph());
        let mut after = town.clone();
        after.world.members[gone as usize].state = MemberState::Expelled;
        let departure = |k| Departure { who: vec![gone], reason: Reason::Conduct, day: TODAY, standard: standard(k) };
        let effects = what_if(&graph, &departure(k));
        prop_assert_eq!(&effects.falling, &fallen(&town, &after, k));
        prop_assert_eq!(&effects.orphans, &fallen(&town, &after, 1));
        prop_assert_eq!(effects.orphans, graph.for_keeping(TODAY).orphans_without(&[gone]));
    }

    #[test]
    fn i13_whom_a_move_lets_fall_is_told_by_two_searches_each_and_asking_changes_nothing(town in towns(16), one in any::<Index>(), other in any::<Index>(), k in 1_u32..4) {
        let (one, other) = (town.world.pick(one), town.world.pick(other));
        let joined = town.and(one, other);
        let graph = town.graph();
        let told = what_if_moved(&graph, Move::Together(one, other), TODAY, &standard(k));
        prop_assert_eq!(&told.falling, &fallen(&town, &joined, k));
        let good = |member: &u32| matches!(town.world.members[*member as usize].state, MemberState::Member { .. });
        let reviewed: Vec<u32> = told.reviews.iter().map(|review| review.member).collect();
        prop_assert_eq!(reviewed, told.falling.iter().copied().filter(good).collect::<Vec<_>>());
        let untouched = town.graph();
        prop_assert_eq!(graph.households(), untouched.households());
        // And back: where they were not together already, parting them leads to where we were.
        let mut parted = joined.graph();
        parted.untie(one, other);
        if parted.households() == graph.households() {
            let told = what_if_moved(&joined.graph(), Move::Apart(other, one), TODAY, &standard(k));
            prop_assert_eq!(told.falling, fallen(&joined, &town, k));
        }
    }

    #[test]
    fn i15_with_households_too_somebody_is_cured_exactly_when_kappa_suffices(town in towns(14), who in any::<Index>(), k in 1_u32..4) {
        let (mut town, member) = (town.clone(), town.world.pick(who));
        town.world.members[member as usize] = row(member, false, MemberState::UnderReview);
        let outcome = cure(&mut town.graph(), member, Day::new(3), TODAY, &standard(k));
        prop_assert_eq!(matches!(outcome, Cure::Cured(_)), kappa_of_contracted(&town, member) >= k);
    }

    #[test]
    fn i5_order_and_labels_do_not_matter_to_households((town, order, ties) in towns(12).prop_flat_map(|town| {
        let order: Vec<u32> = (0..town.world.len()).collect();
        let ties = Just(town.ties.clone()).prop_shuffle();
        (Just(town), Just(order).prop_shuffle(), ties)
    })) {
        let name = |number: u32| order[number as usize];
        let members = town.world.members.iter().map(|member| row(name(member.number), member.root, member.state));
        let edges = town.world.edges.iter().map(|old| edge(name(old.sponsor), name(old.member), old.state));
        let mut renamed = TrustGraph::build(members, edges).unwrap();
        for (one, other) in ties {
            renamed.tie(name(other), name(one)).unwrap();
        }
        for (before, after) in views(&town.graph()).iter().zip(views(&renamed)) {
            for member in 0..town.world.len() {
                prop_assert_eq!(kappa(before, member), kappa(&after, name(member)));
                prop_assert_eq!(before.distances().of(member), after.distances().of(name(member)));
            }
        }
    }

    #[test]
    fn i20_a_search_cut_short_proves_nothing_with_households_either(town in towns(16), limit in 0_usize..30) {
        let graph = town.graph();
        for view in views(&graph) {
            for member in 0..town.world.len() {
                let (whole, short) = (view.kappa_at_least(member, 3), view.clone().search_states(limit).kappa_at_least(member, 3));
                if let trust::Proof::Undetermined { at_least, .. } = short {
                    prop_assert!(at_least < 3 && at_least <= whole.kappa().unwrap());
                } else {
                    prop_assert_eq!(short, whole);
                }
            }
        }
    }

    #[test]
    fn i8_and_i9_fakes_gain_nothing_by_living_with_one_another_and_with_whoever_let_them_in(
        world in grown(7, 12, 3),
        accomplices in proptest::collection::vec(any::<Index>(), 1..4),
        words in proptest::collection::vec((any::<Index>(), any::<Index>()), 0..60),
        homes in proptest::collection::vec((any::<Index>(), any::<Index>()), 0..12),
        expelled in 0_usize..4,
    ) {
        let honest = world.len();
        let accomplices = distinct(&accomplices, honest, accomplices.len());
        let mut town = Town { world, ties: Vec::new() };
        let fakes: Vec<u32> = (0..10).map(|_| town.world.join(&[])).collect();
        let everybody: Vec<u32> = fakes.iter().chain(&accomplices).copied().collect();
        for (from, to) in words {
            let (from, to) = (everybody[from.index(everybody.len())], fakes[to.index(fakes.len())]);
            town.world.edges.push(edge(from, to, trust::EdgeState::Active));
        }
        for (one, other) in homes {
            town.ties.push((everybody[one.index(everybody.len())], everybody[other.index(everybody.len())]));
        }
        for &gone in accomplices.iter().take(expelled) {
            town.world.members[gone as usize].state = MemberState::Expelled;
        }
        let left = accomplices.len().saturating_sub(expelled);
        let graph = town.graph();
        for &fake in &fakes {
            prop_assert!(kappa(&graph.for_keeping(TODAY), fake) as usize <= left);
        }
    }
}
