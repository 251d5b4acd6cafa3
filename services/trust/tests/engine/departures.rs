//! When someone goes: the preview is exact, the deed is the preview, nothing cascades, and a new word cures.

use proptest::prelude::*;
use proptest::sample::Index;
use trust::{
    Cure, Day, Departure, EdgeRow, EdgeState, Leniency, MemberRow, MemberState, Reason, Review, Standard, TrustGraph,
    Witnesses, apply, census, cure, overdue, what_if,
};

use super::oracle::{self, Purpose};
use super::world::{TODAY, World, cases, edge, grown, row, worlds};

const KEEPING: Purpose = Purpose::Keeping;

fn standard(k: u32) -> Standard {
    Standard { sponsors: k, paths: k, leniency: Leniency::default() }
}

fn departure(who: &[u32], reason: Reason, k: u32) -> Departure {
    Departure { who: who.to_vec(), reason, day: TODAY, standard: standard(k) }
}

fn reasons() -> impl Strategy<Value = Reason> {
    prop::sample::select(vec![Reason::Fraud, Reason::Conduct, Reason::Suspension, Reason::Leaving])
}

fn rows(graph: &TrustGraph) -> (Vec<MemberRow>, Vec<EdgeRow>) {
    (graph.members().collect(), graph.edges().collect())
}

/// The world after these are gone, written down a second time.
fn gone(world: &World, who: &[u32]) -> World {
    let mut after = world.clone();
    for &one in who {
        after.members[one as usize].state = MemberState::Expelled;
    }
    after
}

/// κ by the stock flow; roots without bound.
fn kappa(world: &World, member: u32) -> u32 {
    if oracle::roots(world, KEEPING).contains(&member) {
        return u32::MAX;
    }
    oracle::kappa_by_flow(world, member, KEEPING)
}

/// `D_k` by the stock flow, everybody asked twice.
fn falling(world: &World, who: &[u32], k: u32) -> Vec<u32> {
    let after = gone(world, who);
    let stands = |member: &u32| oracle::carries(world, *member, KEEPING) && !who.contains(member);
    (0..world.len()).filter(stands).filter(|&one| kappa(world, one) >= k && kappa(&after, one) < k).collect()
}

fn two(world: &World, a: Index, b: Index) -> Vec<u32> {
    let mut who = vec![world.pick(a), world.pick(b)];
    who.sort_unstable();
    who.dedup();
    who
}

proptest! {
    #![proptest_config(cases(250))]

    #[test]
    fn i13_those_who_fall_are_exactly_those_whom_two_searches_each_tell(world in worlds(16), a in any::<Index>(), b in any::<Index>(), k in 1_u32..4) {
        let who = two(&world, a, b);
        let effects = what_if(&world.graph(), &departure(&who, Reason::Conduct, k));
        prop_assert_eq!(&effects.falling, &falling(&world, &who, k));
        prop_assert!(effects.undetermined.is_empty());
        // Whoever is orphaned had a path and has none: by two searches each, and by two floods.
        prop_assert_eq!(&effects.orphans, &falling(&world, &who, 1));
        prop_assert_eq!(effects.orphans, world.graph().for_keeping(TODAY).orphans_without(&who));
    }

    #[test]
    fn i13_those_who_fall_in_a_grown_community_are_exactly_those_whom_two_searches_each_tell(world in grown(6, 20, 3), a in any::<Index>(), b in any::<Index>()) {
        let who = two(&world, a, b);
        let effects = what_if(&world.graph(), &departure(&who, Reason::Fraud, 3));
        prop_assert_eq!(effects.falling, falling(&world, &who, 3));
    }

    #[test]
    fn i13_asking_changes_nothing_and_doing_is_what_was_said(world in worlds(16), a in any::<Index>(), b in any::<Index>(), reason in reasons(), k in 0_u32..4) {
        let (who, mut graph) = (two(&world, a, b), world.graph());
        let before = rows(&graph);
        let asked = departure(&who, reason, k);
        let said = what_if(&graph, &asked);
        prop_assert_eq!(rows(&graph), before.clone());
        prop_assert_eq!(&apply(&mut graph, &asked), &said);
        // The deed, written down by hand: the goers' states, the void words of frauds, the reviews, and nothing else.
        let (mut members, mut edges) = before;
        for review in &said.reviews {
            let good = matches!(members[review.member as usize].state, MemberState::Member { .. });
            prop_assert!(good);
            members[review.member as usize].state = MemberState::UnderReview;
        }
        for &one in &who {
            members[one as usize].state = match reason {
                Reason::Fraud | Reason::Conduct => MemberState::Expelled,
                Reason::Suspension => MemberState::Suspended,
                Reason::Leaving => MemberState::Left { day: TODAY },
            };
        }
        for edge in edges.iter_mut().filter(|edge| reason == Reason::Fraud && who.contains(&edge.sponsor)) {
            edge.state = if edge.state == EdgeState::Active { EdgeState::Void } else { edge.state };
        }
        prop_assert_eq!(rows(&graph), (members, edges));
    }

    #[test]
    fn i13_reviews_do_not_cascade(world in worlds(16), a in any::<Index>(), reason in reasons()) {
        let (who, mut graph) = (vec![world.pick(a)], world.graph());
        apply(&mut graph, &departure(&who, reason, 2));
        // What the goers' absence alone does; that others are under review now takes no path from anybody.
        let after = if reason == Reason::Leaving { world } else { gone(&world, &who) };
        for member in (0..after.len()).filter(|member| !who.contains(member)) {
            let ours = graph.for_keeping(TODAY).kappa_at_least(member, u32::MAX).kappa();
            let standing = oracle::carries(&after, who[0], KEEPING) || reason != Reason::Leaving;
            prop_assert!(!standing || ours.unwrap_or(u32::MAX) == kappa(&after, member));
        }
    }

    #[test]
    fn i14_leaving_reviews_nobody_before_the_legacy_ends(world in grown(4, 16, 2), a in any::<Index>(), later in 0_i32..365) {
        let (who, mut graph) = (vec![world.pick(a)], world.graph());
        let said = apply(&mut graph, &departure(&who, Reason::Leaving, 2));
        prop_assert_eq!((said.reviews.len(), said.two_moderators), (0, false));
        let day = Day::new(TODAY.number() + later);
        prop_assert_eq!(census(&graph, day, &standard(2)).0, vec![]);
        // On the first day without them, the census finds those whom the preview had named.
        let due: Vec<u32> = census(&graph, said.from, &standard(2)).0.iter().map(|review| review.member).collect();
        prop_assert_eq!(due, said.falling);
    }

    #[test]
    fn i15_somebody_is_cured_exactly_when_kappa_suffices(world in worlds(14), a in any::<Index>(), words in proptest::collection::vec(any::<Index>(), 0..3), k in 1_u32..4) {
        let (mut world, member) = (world.clone(), world.pick(a));
        world.members[member as usize] = row(member, false, MemberState::UnderReview);
        for word in words {
            world.edges.push(edge(world.pick(word), member, EdgeState::Active));
        }
        let mut graph = world.graph();
        let outcome = cure(&mut graph, member, Day::new(3), TODAY, &standard(k));
        let enough = kappa(&world, member) >= k;
        prop_assert_eq!(matches!(outcome, Cure::Cured(_)), enough);
        prop_assert_eq!(matches!(outcome, Cure::StillBelow(_)), !enough);
        let state = if enough { MemberState::Member { since: Day::new(3) } } else { MemberState::UnderReview };
        prop_assert_eq!(graph.state(member), Some(state));
    }

    #[test]
    fn only_certificates_resting_on_the_goers_need_to_be_made_anew(world in worlds(16), a in any::<Index>(), b in any::<Index>(), k in 1_u32..4) {
        let (who, graph) = (two(&world, a, b), world.graph());
        let mut witnesses = Witnesses::default();
        let view = graph.for_keeping(TODAY);
        for member in 0..world.len() {
            let certificate = view.certify(member, k).unwrap();
            witnesses.put(member, &view.certify(member, 1).unwrap());
            witnesses.put(member, &certificate);
        }
        let resting = witnesses.resting_on(&who);
        prop_assert!(what_if(&graph, &departure(&who, Reason::Fraud, k)).falling.iter().all(|one| resting.contains(one)));
        let after = gone(&world, &who).graph();
        for member in (0..world.len()).filter(|member| !resting.contains(member) && !who.contains(member)) {
            prop_assert_eq!(trust::verify(&after, &view.certify(member, k).unwrap()).is_ok(), kappa(&world, member) >= k || kappa(&gone(&world, &who), member) == kappa(&world, member));
            witnesses.forget(member);
        }
    }

    #[test]
    fn the_census_names_everybody_in_good_standing_below_the_standard(world in worlds(16), k in 0_u32..4) {
        let (reviews, undetermined) = census(&world.graph(), TODAY, &standard(k));
        let below: Vec<u32> = (0..world.len())
            .filter(|&one| matches!(world.members[one as usize].state, MemberState::Member { .. }) && kappa(&world, one) < k)
            .collect();
        prop_assert_eq!(reviews.iter().map(|review| review.member).collect::<Vec<_>>(), below);
        prop_assert!(undetermined.is_empty() && reviews.iter().all(|review| review.paths == kappa(&world, review.member)));
    }
}

/// Seven founders; 7 came in by 0, 1 and 2; 8, 9 and 10 by 7 and two founders; 11 by 8, 9 and 10; 12 by 7 alone.
fn village() -> World {
    let founders = (0..7).map(|number| row(number, true, MemberState::Member { since: Day::new(0) })).collect();
    let mut world = World { members: founders, edges: vec![] };
    for sponsors in [[0, 1, 2], [7, 0, 1], [7, 1, 2], [7, 2, 3], [8, 9, 10]] {
        world.join(&sponsors);
    }
    world.join(&[7]);
    world
}

#[test]
fn a_fraud_is_previewed_with_everybody_it_touches() {
    let mut graph = village().graph();
    let said = apply(&mut graph, &departure(&[7], Reason::Fraud, 3));
    assert_eq!((said.orphans.as_slice(), said.falling.as_slice()), ([12].as_slice(), [8, 9, 10].as_slice()));
    assert_eq!(
        (said.below_sponsors.as_slice(), said.sponsors.as_slice()),
        ([8, 9, 10].as_slice(), [0, 1, 2].as_slice())
    );
    assert_eq!(said.recent, [8, 9, 10, 12]);
    let review = |member| Review { member, paths: 2, need: 3, until: TODAY.plus(90) };
    assert_eq!(said.reviews, [review(8), review(9), review(10)]);
    assert!(said.two_moderators, "three of thirteen are more than one in a hundred");
    assert_eq!(graph.edge(7, 8).unwrap().state, EdgeState::Void);
    assert_eq!(graph.state(11), Some(MemberState::Member { since: Day::new(0) }), "a review never cascades");
    assert_eq!(overdue(&said.reviews, TODAY.plus(90)).count(), 0);
    assert_eq!(overdue(&said.reviews, TODAY.plus(91)).count(), 3);
}

#[test]
fn who_has_no_path_left_has_thirty_days() {
    let said = what_if(&village().graph(), &departure(&[7], Reason::Conduct, 1));
    assert_eq!(said.reviews, [Review { member: 12, paths: 0, need: 1, until: TODAY.plus(30) }]);
}

#[test]
fn one_new_word_cures() {
    let mut world = village();
    world.members[12].state = MemberState::UnderReview;
    world.edges.extend([edge(3, 12, EdgeState::Active), edge(4, 12, EdgeState::Revoked)]);
    let mut graph = world.graph();
    let since = Day::new(0);
    assert!(matches!(cure(&mut graph, 12, since, TODAY, &standard(3)), Cure::StillBelow(_)));
    graph.put_edge(edge(4, 12, EdgeState::Active)).unwrap();
    assert!(matches!(cure(&mut graph, 12, since, TODAY, &standard(3)), Cure::Cured(_)));
    assert_eq!(cure(&mut graph, 12, since, TODAY, &standard(3)), Cure::NotUnderReview);
}

#[test]
fn one_person_in_a_hundred_is_the_most_that_one_moderator_may_touch() {
    let crowd = |members: usize, touched: usize| {
        let founders = (0..7).map(|number| row(number, true, MemberState::Member { since: Day::new(0) })).collect();
        let mut world = World { members: founders, edges: vec![] };
        let bridge = world.join(&[0, 1, 2]);
        for number in 8..members {
            world.join(if number - 8 < touched { &[0, 1, 7] } else { &[0, 1, 2] });
        }
        what_if(&world.graph(), &departure(&[bridge], Reason::Fraud, 3)).two_moderators
    };
    assert!(!crowd(300, 3) && crowd(300, 4));
    assert!(!crowd(20_000, 100) && crowd(20_000, 101));
}

#[test]
fn where_stewards_admit_nobody_is_reviewed_for_want_of_sponsors() {
    let said = what_if(&village().graph(), &departure(&[7], Reason::Fraud, 0));
    assert_eq!((said.reviews.len(), said.falling.len(), said.orphans.as_slice()), (0, 0, [12].as_slice()));
}
