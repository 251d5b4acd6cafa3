//! The admission rule: each condition alone decides, and what is missing is said with its numbers.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use proptest::sample::Index;
use trust::{
    AdmissionPolicy, Application, Circumstances, Day, EdgeState, MemberState, Missing, Offer, Outcome, Rule,
    TrustGraph, Verdict, WhyAside, decide, verify,
};

use super::world::{TODAY, World, cases, distinct, edge, grown, row, worlds};

fn now() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(i64::from(TODAY.number())) + TimeDelta::hours(12)
}

fn circumstances() -> Circumstances {
    Circumstances { now: now(), opened: Day::new(0), admitted_today: 0, members_yesterday: 500 }
}

fn offer(sponsor: u32) -> Offer {
    Offer { sponsor, offered_at: now() - TimeDelta::hours(72), tokens_left: 4, barred: false }
}

fn application(sponsors: &[u32]) -> Application {
    Application {
        applicant: None,
        offers: sponsors.iter().map(|&sponsor| offer(sponsor)).collect(),
        open_reservations: 0,
    }
}

fn founders(count: u32) -> World {
    let members = (0..count).map(|number| row(number, true, MemberState::Member { since: TODAY })).collect();
    World { members, edges: vec![] }
}

fn decided(graph: &TrustGraph, application: &Application) -> Verdict {
    decide(graph, &AdmissionPolicy::confiance(), application, &circumstances())
}

#[test]
fn the_third_sponsor_opens_the_door() {
    let graph = founders(7).graph();
    let two = decided(&graph, &application(&[0, 1]));
    assert_eq!((two.outcome, two.rule), (Outcome::Waiting, Rule::Sponsors));
    assert_eq!(two.missing[0], Missing::Sponsors { have: 2, need: 3 });
    let three = decided(&graph, &application(&[0, 1, 2]));
    assert_eq!((three.outcome, three.rule), (Outcome::Admitted, Rule::AllMet));
    assert_eq!((three.missing.len(), three.payers.as_slice()), (0, [0, 1, 2].as_slice()));
    assert_eq!((three.figures.paths, three.figures.distance), (Some(3), Some(1)));
    assert_eq!(verify(&graph, three.certificate.as_ref().unwrap()), Ok(()));
}

#[test]
fn the_same_sponsor_three_times_is_one() {
    let verdict = decided(&founders(7).graph(), &application(&[0, 0, 0]));
    assert_eq!(verdict.missing[0], Missing::Sponsors { have: 1, need: 3 });
}

#[test]
fn three_sponsors_who_all_hang_on_one_are_not_three_paths() {
    let mut world = founders(7);
    let knot: Vec<u32> = (0..3).map(|_| world.join(&[0])).collect();
    let graph = world.graph();
    let verdict = decided(&graph, &application(&knot));
    assert_eq!((verdict.outcome, verdict.rule), (Outcome::Waiting, Rule::Paths));
    assert_eq!(verdict.missing, [Missing::Paths { have: 1, need: 3 }]);
    let certificate = verdict.certificate.unwrap();
    assert!(!certificate.holds());
    assert_eq!(verify(&graph, &certificate), Ok(()));
}

#[test]
fn with_few_founders_paths_are_shown_but_not_asked_for() {
    let mut world = founders(6);
    let knot: Vec<u32> = (0..3).map(|_| world.join(&[0])).collect();
    let verdict = decided(&world.graph(), &application(&knot));
    assert_eq!((verdict.outcome, verdict.figures.paths_needed, verdict.figures.paths), (Outcome::Admitted, 0, Some(1)));
}

#[test]
fn an_offer_that_does_not_count_is_set_aside_with_its_reason() {
    let mut world = founders(7);
    let old = world.join(&[0]);
    for state in [
        MemberState::UnderReview,
        MemberState::Suspended,
        MemberState::Member { since: Day::new(931) },
        MemberState::Member { since: Day::new(930) },
    ] {
        let number = world.len();
        world.members.push(row(number, false, state));
    }
    let mut asked = application(&[old, 8, 9, 10, 11, 0, 1, 2, 99]);
    asked.applicant = Some(old);
    asked.offers[5].barred = true;
    asked.offers[6].tokens_left = 0;
    let verdict = decided(&world.graph(), &asked);
    let why: Vec<(u32, WhyAside)> = verdict.set_aside.iter().map(|aside| (aside.sponsor, aside.why)).collect();
    assert_eq!(
        why,
        [
            (0, WhyAside::Barred),
            (1, WhyAside::NoToken),
            (old, WhyAside::Oneself),
            (8, WhyAside::UnderReview),
            (9, WhyAside::NotAMember),
            (10, WhyAside::TooNew { from: Day::new(1_001) }),
            (99, WhyAside::NotAMember),
        ]
    );
    assert_eq!(verdict.figures.sponsors, 2, "11 has been in for exactly seventy days, and 2 is a founder");
}

#[test]
fn sponsors_without_tokens_are_told_apart_from_too_few_sponsors() {
    let mut asked = application(&[0, 1, 2]);
    asked.offers[2].tokens_left = 0;
    let verdict = decided(&founders(7).graph(), &asked);
    assert_eq!((verdict.rule, verdict.missing[0]), (Rule::Tokens, Missing::Tokens { have: 2, need: 3 }));
}

#[test]
fn a_distance_is_asked_for_only_if_the_community_sets_one() {
    let mut world = founders(7);
    let first: Vec<u32> = (0..3).map(|_| world.join(&[0, 1, 2])).collect();
    let second: Vec<u32> = (0..3).map(|_| world.join(&first)).collect();
    let graph = world.graph();
    assert_eq!(decided(&graph, &application(&second)).figures.distance, Some(3));
    let near = AdmissionPolicy { distance: Some(2), ..AdmissionPolicy::confiance() };
    let verdict = decide(&graph, &near, &application(&second), &circumstances());
    assert_eq!((verdict.rule, verdict.missing[0]), (Rule::Distance, Missing::Distance { have: Some(3), at_most: 2 }));
    assert_eq!(decide(&graph, &near, &application(&first), &circumstances()).outcome, Outcome::Admitted);
}

#[test]
fn when_the_day_is_full_midnight_is_named() {
    let busy = Circumstances { admitted_today: 50, ..circumstances() };
    let verdict = decide(&founders(7).graph(), &AdmissionPolicy::confiance(), &application(&[0, 1, 2]), &busy);
    assert_eq!((verdict.rule, verdict.missing[0]), (Rule::Pace, Missing::Pace { today: 50, at_most: 50 }));
    assert_eq!(verdict.again_at, Some(now() + TimeDelta::hours(12)));
}

#[test]
fn cooling_runs_from_the_first_offer_and_says_until_when() {
    let mut asked = application(&[0, 1, 2]);
    asked.offers[0].offered_at = now() - TimeDelta::hours(47);
    asked.offers[1].offered_at = now();
    asked.offers[2].offered_at = now();
    let until = now() + TimeDelta::hours(1);
    let verdict = decided(&founders(7).graph(), &asked);
    assert_eq!((verdict.rule, verdict.missing[0]), (Rule::Cooling, Missing::Cooling { until }));
    assert_eq!(verdict.again_at, Some(until));
    let later = Circumstances { now: until, ..circumstances() };
    assert_eq!(decide(&founders(7).graph(), &AdmissionPolicy::confiance(), &asked, &later).outcome, Outcome::Admitted);
}

#[test]
fn a_sponsor_about_to_be_old_enough_gives_the_day_to_ask_again() {
    let mut world = founders(7);
    world.members.push(row(7, false, MemberState::Member { since: Day::new(950) }));
    let verdict = decided(&world.graph(), &application(&[0, 1, 7]));
    assert_eq!(verdict.again_at, Some(DateTime::UNIX_EPOCH + TimeDelta::days(1_020)));
    assert_eq!(decided(&world.graph(), &application(&[0, 7])).again_at, None, "time alone will not bring the third");
}

#[test]
fn an_open_reservation_waits_for_stewards_not_for_time() {
    let mut asked = application(&[0, 1, 2]);
    asked.open_reservations = 1;
    let verdict = decided(&founders(7).graph(), &asked);
    assert_eq!((verdict.rule, verdict.again_at), (Rule::Reservation, None));
    assert_eq!(verdict.missing, [Missing::Reservation { open: 1 }]);
}

#[test]
fn without_sponsors_to_count_a_steward_admits() {
    let policy = AdmissionPolicy::departement();
    let verdict = decide(&founders(2).graph(), &policy, &application(&[0, 1]), &circumstances());
    assert_eq!((verdict.outcome, verdict.rule), (Outcome::Waiting, Rule::Steward));
    assert_eq!(verdict.missing, [Missing::Steward]);
}

#[test]
fn the_first_members_of_a_community_need_one_sponsor() {
    let young = Circumstances { members_yesterday: 2, opened: TODAY, ..circumstances() };
    let verdict = decide(&founders(2).graph(), &AdmissionPolicy::confiance(), &application(&[1]), &young);
    assert_eq!(
        (verdict.outcome, verdict.figures.sponsors_needed, verdict.figures.seniority_days),
        (Outcome::Admitted, 1, 14)
    );
}

#[test]
fn a_stored_verdict_reads_back_the_same_and_carries_the_codes_of_the_rules() {
    let mut asked = application(&[0, 1, 5, 77]);
    asked.open_reservations = 2;
    let verdict = decided(&founders(7).graph(), &asked);
    let stored = serde_json::to_value(&verdict).unwrap();
    assert_eq!(stored["rule"], verdict.rule.code());
    assert_eq!(stored["missing"][0]["code"], "RESERVATION");
    assert_eq!(stored["set_aside"][0]["why"], "NOT_A_MEMBER");
    assert_eq!(serde_json::from_value::<Verdict>(stored).unwrap(), verdict);
    for rule in [
        Rule::Steward,
        Rule::Sponsors,
        Rule::Paths,
        Rule::Distance,
        Rule::Tokens,
        Rule::Pace,
        Rule::Cooling,
        Rule::Reservation,
        Rule::AllMet,
    ] {
        assert_eq!(serde_json::to_value(rule).unwrap(), rule.code());
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn i4_whoever_is_admitted_holds_a_certificate_resting_on_the_payers_alone(world in worlds(20), wishes in proptest::collection::vec(any::<Index>(), 6)) {
        let mut world = world;
        for _ in 0..7 {
            let number = world.len();
            world.members.push(row(number, true, MemberState::Member { since: Day::new(0) }));
        }
        let graph = world.graph();
        let asked = application(&distinct(&wishes, world.len(), 6));
        let verdict = decided(&graph, &asked);
        if let Some(certificate) = &verdict.certificate {
            prop_assert_eq!(verify(&graph, certificate), Ok(()));
        }
        prop_assert_eq!(verdict.outcome == Outcome::Admitted, verdict.missing.is_empty());
        if verdict.outcome == Outcome::Admitted {
            prop_assert_eq!(verdict.payers.len(), 3);
            let certificate = verdict.certificate.unwrap();
            prop_assert!(certificate.holds());
            prop_assert!(certificate.paths().iter().all(|path| verdict.payers.contains(path.last().unwrap())));
            // The payers' edges alone, once active, carry the new member.
            let mut after = world.clone();
            let number = after.join(&verdict.payers);
            let keeping = after.graph();
            prop_assert!(keeping.for_keeping(TODAY).kappa_at_least(number, 3).holds());
        }
    }

    #[test]
    fn i5_the_order_of_offers_does_not_change_the_verdict((world, offers, shuffled) in (grown(7, 15, 3), proptest::collection::vec(any::<Index>(), 5)).prop_flat_map(|(world, wishes)| {
        let offers = application(&distinct(&wishes, world.len(), 5)).offers;
        (Just(world), Just(offers.clone()), Just(offers).prop_shuffle())
    })) {
        let graph = world.graph();
        let asked = |offers: Vec<Offer>| Application { applicant: None, offers, open_reservations: 0 };
        prop_assert_eq!(decided(&graph, &asked(offers)), decided(&graph, &asked(shuffled)));
    }

    #[test]
    fn i8_fewer_compromised_than_k_never_get_a_fake_admitted(world in grown(7, 20, 3), choice in proptest::collection::vec(any::<Index>(), 2), fakes in 1_usize..8) {
        let mut world = world;
        let mut ring = distinct(&choice, world.len(), 2);
        for _ in 0..fakes {
            // Everyone in the ring, accomplices and fakes already tried, vouches for the next; refused fakes still get their edges.
            let verdict = decided(&world.graph(), &application(&ring));
            prop_assert_ne!(verdict.outcome, Outcome::Admitted);
            let fake = world.join(&ring);
            for &old in &ring {
                world.edges.push(edge(fake, old, EdgeState::Active));
            }
            ring.push(fake);
        }
    }

    #[test]
    fn i20_a_search_cut_short_never_admits(world in grown(7, 20, 3), wishes in proptest::collection::vec(any::<Index>(), 3), limit in 0_usize..12) {
        let graph = world.graph();
        let asked = application(&distinct(&wishes, world.len(), 3));
        let capped = AdmissionPolicy { search_states: limit, ..AdmissionPolicy::confiance() };
        let verdict = decide(&graph, &capped, &asked, &circumstances());
        if let Some(Missing::Search { at_least, need: 3 }) = verdict.missing.first() {
            prop_assert!(*at_least < 3);
            prop_assert_eq!((verdict.outcome, verdict.certificate, verdict.payers), (Outcome::Undetermined, None, vec![]));
        } else {
            prop_assert_eq!(verdict, decided(&graph, &asked));
        }
    }
}
