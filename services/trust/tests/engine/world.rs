//! Random small communities, described by plain rows so that a test can add, remove, shuffle and relabel.

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;
use trust::{Day, EdgeKind, EdgeRow, EdgeState, MemberRow, MemberState, TrustGraph, View};

/// The day every test looks from.
pub const TODAY: Day = Day::new(1_000);
/// The seniority tests ask for.
pub const SENIORITY: u32 = 70;

/// Rows of a community.
#[derive(Clone, Debug)]
pub struct World {
    pub members: Vec<MemberRow>,
    pub edges: Vec<EdgeRow>,
}

impl World {
    pub fn graph(&self) -> TrustGraph {
        TrustGraph::build(self.members.iter().copied(), self.edges.iter().copied()).unwrap()
    }

    pub fn len(&self) -> u32 {
        count(self.members.len())
    }

    /// The member meant by an index.
    pub fn pick(&self, index: Index) -> u32 {
        count(index.index(self.members.len()))
    }

    /// A new member in good standing, of the same number as the old length.
    pub fn join(&mut self, sponsors: &[u32]) -> u32 {
        let number = self.len();
        self.members.push(row(number, false, MemberState::Member { since: Day::new(0) }));
        self.edges.extend(sponsors.iter().map(|&sponsor| edge(sponsor, number, EdgeState::Active)));
        number
    }
}

/// So many cases, the same in every run.
pub fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        rng_seed: RngSeed::Fixed(0x6d61_696c_6c6f_6e00),
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases)
    }
}

/// A length as the engine counts.
pub fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap()
}

pub fn row(number: u32, root: bool, state: MemberState) -> MemberRow {
    MemberRow { number, root, state }
}

pub fn edge(sponsor: u32, member: u32, state: EdgeState) -> EdgeRow {
    EdgeRow { sponsor, member, state, kind: EdgeKind::Admission, day: Day::new(900) }
}

/// Both views of a graph.
pub fn views(graph: &TrustGraph) -> [View<'_>; 2] {
    [graph.for_admission(TODAY, SENIORITY), graph.for_keeping(TODAY)]
}

fn state() -> impl Strategy<Value = MemberState> {
    prop_oneof![
        8 => Just(MemberState::Member { since: Day::new(0) }),
        1 => Just(MemberState::Member { since: Day::new(950) }),
        1 => Just(MemberState::UnderReview),
        1 => Just(MemberState::Suspended),
        1 => Just(MemberState::Expelled),
        1 => Just(MemberState::Left { day: Day::new(990) }),
        1 => Just(MemberState::Left { day: Day::new(10) }),
        1 => Just(MemberState::Applicant),
    ]
}

fn edge_state() -> impl Strategy<Value = EdgeState> {
    prop_oneof![
        9 => Just(EdgeState::Active),
        1 => prop_oneof![
            Just(EdgeState::Offered),
            Just(EdgeState::Revoked),
            Just(EdgeState::Void),
            Just(EdgeState::Lapsed)
        ],
    ]
}

/// Communities of up to `most` people in every standing, with edges of every state, self-loops and repeated pairs included.
pub fn worlds(most: u32) -> impl Strategy<Value = World> {
    (2..=most).prop_flat_map(|size| {
        let members = proptest::collection::vec((prop::bool::weighted(0.3), state()), size as usize);
        let edges = proptest::collection::vec((0..size, 0..size, edge_state()), 0..=(size as usize * 4));
        (members, edges).prop_map(|(members, edges)| World {
            members: (0..).zip(members).map(|(number, (root, state))| row(number, root, state)).collect(),
            edges: edges.into_iter().map(|(sponsor, member, state)| edge(sponsor, member, state)).collect(),
        })
    })
}

/// Communities where everyone is in good standing: `roots` founders and edges at will.
pub fn plain_worlds(most: u32) -> impl Strategy<Value = World> {
    worlds(most).prop_map(|mut world| {
        for member in &mut world.members {
            member.state = MemberState::Member { since: Day::new(0) };
        }
        for edge in &mut world.edges {
            edge.state = EdgeState::Active;
        }
        world
    })
}

/// An honest community grown by k sponsors each, from `roots` founders.
pub fn grown(roots: u32, joiners: usize, k: usize) -> impl Strategy<Value = World> {
    proptest::collection::vec(proptest::collection::vec(any::<Index>(), k + 2), joiners).prop_map(move |choices| {
        let founders = (0..roots).map(|number| row(number, true, MemberState::Member { since: Day::new(0) })).collect();
        let mut world = World { members: founders, edges: Vec::new() };
        for choice in choices {
            let sponsors = distinct(&choice, world.len(), k);
            world.join(&sponsors);
        }
        world
    })
}

/// Up to `k` distinct members below `bound`, chosen by the indices, filled from the start if they collide.
pub fn distinct(choice: &[Index], bound: u32, k: usize) -> Vec<u32> {
    let mut chosen: Vec<u32> = Vec::new();
    let wanted = choice.iter().map(|index| count(index.index(bound as usize)));
    for number in wanted.chain(0..bound) {
        if chosen.len() < k && !chosen.contains(&number) {
            chosen.push(number);
        }
    }
    chosen
}
