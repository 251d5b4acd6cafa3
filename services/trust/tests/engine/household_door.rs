//! Two of one household at the door, and what living together does not do, case by case (decision 0035).

use trust::{
    AdmissionPolicy, Application, Circumstances, Day, MemberState, Missing, Offer, Outcome, TrustGraph, WhyAside,
    decide, verify,
};

use super::towns::kappa;
use super::world::{TODAY, edge, row};

fn hours_ago(hours: i64) -> chrono::DateTime<chrono::Utc> {
    now() - chrono::TimeDelta::hours(hours)
}

fn now() -> chrono::DateTime<chrono::Utc> {
    chrono::DateTime::UNIX_EPOCH + chrono::TimeDelta::days(i64::from(TODAY.number()))
}

fn decided(graph: &TrustGraph, sponsors: &[(u32, u32)]) -> trust::Verdict {
    let offer = |&(sponsor, tokens_left): &(u32, u32)| Offer {
        sponsor,
        offered_at: hours_ago(72 + i64::from(sponsor)),
        tokens_left,
        barred: false,
    };
    let application =
        Application { applicant: None, offers: sponsors.iter().map(offer).collect(), open_reservations: 0 };
    let at = Circumstances { now: now(), opened: Day::new(0), admitted_today: 0, members_yesterday: 500 };
    decide(graph, &AdmissionPolicy::confiance(), &application, &at)
}

fn founders(count: u32) -> TrustGraph {
    let founder = |number| row(number, true, MemberState::Member { since: Day::new(0) });
    TrustGraph::build((0..count).map(founder), []).unwrap()
}

#[test]
fn two_of_one_household_are_one_voice_at_the_door() {
    let mut graph = founders(8);
    graph.tie(1, 2).unwrap();
    let couple = decided(&graph, &[(0, 4), (1, 4), (2, 4)]);
    assert_eq!(couple.outcome, Outcome::Waiting);
    assert_eq!(couple.missing, vec![Missing::Sponsors { have: 2, need: 3 }]);
    let aside: Vec<(u32, WhyAside)> = couple.set_aside.iter().map(|aside| (aside.sponsor, aside.why)).collect();
    assert_eq!(aside, vec![(1, WhyAside::SameHousehold)], "the earlier word of the two counts");
    let third = decided(&graph, &[(0, 4), (1, 4), (2, 4), (3, 4)]);
    assert_eq!((third.outcome, third.payers.as_slice()), (Outcome::Admitted, [0, 2, 3].as_slice()));
    assert_eq!(verify(&graph, third.certificate.as_ref().unwrap()), Ok(()));
    graph.untie(2, 1);
    assert_eq!(decided(&graph, &[(0, 4), (1, 4), (2, 4)]).outcome, Outcome::Admitted);
}

#[test]
fn of_a_household_the_one_with_a_token_speaks_and_the_other_is_not_missed() {
    let mut graph = founders(8);
    graph.tie(1, 2).unwrap();
    assert_eq!(decided(&graph, &[(0, 4), (1, 4), (2, 0), (3, 4)]).outcome, Outcome::Admitted);
    let short = decided(&graph, &[(0, 4), (1, 4), (2, 0)]);
    assert_eq!(short.missing, vec![Missing::Sponsors { have: 2, need: 3 }], "a token of the other would not help");
    let tokens = decided(&graph, &[(0, 4), (1, 0), (2, 0), (3, 4)]);
    assert_eq!(tokens.missing, vec![Missing::Tokens { have: 2, need: 3 }]);
}

#[test]
fn two_founders_of_one_household_are_one_root_to_the_rule_of_paths() {
    let mut graph = founders(7);
    assert_eq!(decided(&graph, &[(0, 4), (1, 4), (2, 4)]).figures.paths_needed, 3);
    graph.tie(5, 6).unwrap();
    let figures = decided(&graph, &[(0, 4), (1, 4), (2, 4)]).figures;
    assert_eq!((figures.roots, figures.paths_needed), (6, 0), "six roots are fewer than twice three and one");
}

#[test]
fn nobody_becomes_a_root_or_sound_by_whom_they_live_with() {
    let member = MemberState::Member { since: Day::new(0) };
    let people = (0..6).map(|number| row(number, number < 3, member));
    let words = [(0, 3), (1, 3), (2, 3), (0, 4)].map(|(from, to)| edge(from, to, trust::EdgeState::Active));
    let mut graph = TrustGraph::build(people, words).unwrap();
    graph.tie(4, 3).unwrap();
    graph.tie(5, 0).unwrap();
    let view = graph.for_keeping(TODAY);
    assert_eq!((kappa(&view, 3), kappa(&view, 4), kappa(&view, 5)), (3, 1, 0));
    assert!(!view.is_root(5));
}

#[test]
fn joining_may_lift_somebody_else_where_one_of_a_household_is_not_sound_and_then_the_path_says_so() {
    let member = MemberState::Member { since: Day::new(0) };
    let words = [(0, 1), (2, 3)].map(|(from, to)| edge(from, to, trust::EdgeState::Active));
    let mut graph = TrustGraph::build((0..4).map(|number| row(number, number == 0, member)), words).unwrap();
    assert_eq!(kappa(&graph.for_keeping(TODAY), 3), 0);
    graph.tie(1, 2).unwrap();
    let certificate = graph.for_keeping(TODAY).certify(3, 1).unwrap();
    assert_eq!(certificate.paths(), [vec![0, 1, 2]], "a word, a household, a word");
    assert_eq!(verify(&graph, &certificate), Ok(()));
}
