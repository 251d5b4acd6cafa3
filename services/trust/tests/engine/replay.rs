//! The same events give the same state, and what happens in one community does not touch another.

use proptest::prelude::*;
use proptest::sample::Index;
use trust::{
    Day, Departure, EdgeRow, EdgeState, Leniency, MemberRow, MemberState, Reason, Standard, TrustGraph, apply, cure,
};

use super::oracle::{self, Purpose};
use super::world::{TODAY, World, cases, count, edge, row, views};

/// Something that happens to a community.
#[derive(Clone, Debug)]
enum Event {
    Joins { root: bool },
    Answers { sponsor: Index, member: Index, state: EdgeState },
    Goes { who: Index, reason: Reason },
    IsCured { who: Index },
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let edge_states =
        prop::sample::select(vec![EdgeState::Active, EdgeState::Active, EdgeState::Revoked, EdgeState::Offered]);
    let reasons = prop::sample::select(vec![Reason::Fraud, Reason::Conduct, Reason::Suspension, Reason::Leaving]);
    let event = prop_oneof![
        3 => prop::bool::weighted(0.3).prop_map(|root| Event::Joins { root }),
        8 => (any::<Index>(), any::<Index>(), edge_states).prop_map(|(sponsor, member, state)| Event::Answers { sponsor, member, state }),
        1 => (any::<Index>(), reasons).prop_map(|(who, reason)| Event::Goes { who, reason }),
        1 => any::<Index>().prop_map(|who| Event::IsCured { who }),
    ];
    proptest::collection::vec(event, 1..60)
}

fn happens(graph: &mut TrustGraph, event: &Event) {
    let standard = Standard { sponsors: 2, paths: 2, leniency: Leniency::default() };
    let pick = |graph: &TrustGraph, index: &Index| count(index.index(graph.len().max(1)));
    match event {
        Event::Joins { root } => {
            let number = count(graph.len());
            graph.put_member(row(number, *root, MemberState::Member { since: Day::new(5) })).unwrap();
        }
        _ if graph.is_empty() => {}
        Event::Answers { sponsor, member, state } => {
            graph.put_edge(edge(pick(graph, sponsor), pick(graph, member), *state)).unwrap();
        }
        Event::Goes { who, reason } => {
            let departure = Departure { who: vec![pick(graph, who)], reason: *reason, day: TODAY, standard };
            apply(graph, &departure);
        }
        Event::IsCured { who } => {
            cure(graph, pick(graph, who), Day::new(5), TODAY, &standard);
        }
    }
}

fn lived(events: &[Event]) -> TrustGraph {
    let mut graph = TrustGraph::default();
    for event in events {
        happens(&mut graph, event);
    }
    graph
}

/// Everything that is stored. In which order sponsorships lie in memory is no part of it.
fn rows(graph: &TrustGraph) -> (Vec<MemberRow>, Vec<EdgeRow>) {
    let mut edges: Vec<EdgeRow> = graph.edges().collect();
    edges.sort_by_key(|edge| (edge.sponsor, edge.member));
    (graph.members().collect(), edges)
}

/// What both views say of everybody.
fn said(graph: &TrustGraph) -> Vec<(Option<u32>, Option<u32>)> {
    let answer = |member: u32| {
        let [admission, keeping] = views(graph).map(|view| view.kappa_at_least(member, 3).kappa());
        (admission, keeping)
    };
    (0..count(graph.len())).map(answer).collect()
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn i19_replaying_the_events_gives_the_same_state(events in events()) {
        let (first, again) = (lived(&events), lived(&events));
        prop_assert_eq!(rows(&first), rows(&again));
        // And so do the rows alone, however the community came to them.
        let stored = TrustGraph::build(first.members(), first.edges()).unwrap();
        prop_assert_eq!(rows(&stored), rows(&first));
        prop_assert_eq!(said(&stored), said(&first));
    }

    #[test]
    fn i19_catching_up_from_anywhere_is_the_same_as_having_been_there(events in events(), from in any::<Index>()) {
        let middle = from.index(events.len());
        let before = lived(&events[..middle]);
        let mut late = TrustGraph::build(before.members(), before.edges()).unwrap();
        for event in &events[middle..] {
            happens(&mut late, event);
        }
        prop_assert_eq!(rows(&late), rows(&lived(&events)));
    }

    #[test]
    fn i19_a_copy_goes_its_own_way_and_what_ended_may_be_left_out(events in events(), more in events()) {
        let graph = lived(&events);
        let mut copy = graph.clone();
        for event in &more {
            happens(&mut copy, event);
        }
        prop_assert_eq!(rows(&graph), rows(&lived(&events)));
        let whole: Vec<Event> = events.iter().chain(&more).cloned().collect();
        prop_assert_eq!(rows(&copy), rows(&lived(&whole)));
        let slim = copy.without_ended().unwrap();
        prop_assert!(slim.edges().all(|edge| edge.state == EdgeState::Active));
        prop_assert_eq!(slim.edge_count(), copy.edges().filter(|edge| edge.state == EdgeState::Active).count());
        prop_assert_eq!(said(&slim), said(&copy));
    }

    #[test]
    fn i18_what_happens_in_one_community_does_not_touch_another(ours in events(), theirs in events()) {
        let (mut here, mut there) = (TrustGraph::default(), TrustGraph::default());
        for at in 0..ours.len().max(theirs.len()) {
            if let Some(event) = ours.get(at) { happens(&mut here, event); }
            if let Some(event) = theirs.get(at) { happens(&mut there, event); }
            // Questions in between, so that whatever searches leave behind is there.
            said(&there);
        }
        prop_assert_eq!(rows(&here), rows(&lived(&ours)));
        // By an oracle that shares nothing with the engine, not even what its searches leave behind.
        let (members, edges) = rows(&here);
        let world = World { members, edges };
        let roots = oracle::roots(&world, Purpose::Keeping);
        let expected = |member: u32| oracle::kappa_by_flow(&world, member, Purpose::Keeping).min(3);
        for (member, (_, keeping)) in (0..).zip(said(&here)).filter(|(member, _)| !roots.contains(member)) {
            prop_assert_eq!(keeping, Some(expected(member)));
        }
    }
}

#[test]
fn i19_what_was_never_there_cannot_end() {
    let mut graph = lived(&[Event::Joins { root: true }, Event::Joins { root: false }]);
    graph.put_edge(edge(0, 1, EdgeState::Active)).unwrap();
    assert!(!graph.end_edge(1, 0, EdgeState::Revoked) && !graph.end_edge(0, 9, EdgeState::Revoked));
    assert_eq!(graph.edge_count(), 1);
    assert!(graph.end_edge(0, 1, EdgeState::Revoked));
    assert_eq!(graph.edge(0, 1).unwrap().state, EdgeState::Revoked);
}

#[test]
fn i18_two_communities_in_one_numbering_give_each_other_no_path() {
    let ours = lived(&[Event::Joins { root: true }, Event::Joins { root: false }]);
    let mut both = TrustGraph::build(ours.members(), ours.edges()).unwrap();
    for number in 2..5 {
        both.put_member(row(number, false, MemberState::Member { since: Day::new(0) })).unwrap();
    }
    for (sponsor, member) in [(0, 1), (2, 3), (3, 4), (4, 2)] {
        both.put_edge(edge(sponsor, member, EdgeState::Active)).unwrap();
    }
    let view = both.for_keeping(TODAY);
    assert_eq!(view.kappa_at_least(1, 3).kappa(), Some(1));
    assert!((2..5).all(|stranger| view.kappa_at_least(stranger, 3).kappa() == Some(0)));
    assert!(view.connection(1, 3).shortest.is_empty());
}
