//! What a graph says it takes is what it takes: the bound on all graphs of a process counts by it.
#![expect(clippy::unwrap_used, reason = "in a test, a failure is a panic with the place where it happened")]

use allocation_counter::measure;
use trust::{Day, EdgeKind, EdgeRow, EdgeState, MemberRow, MemberState, TrustGraph};

/// A community in which everybody but the first three is carried by three people who came before.
fn community(members: u32) -> TrustGraph {
    let state = MemberState::Member { since: Day::new(0) };
    let rows = (0..members).map(|number| MemberRow { number, root: number < 3, state });
    let tie = |member: u32, step: u32| EdgeRow {
        sponsor: (member - 1) - (member * step) % member.min(200),
        member,
        state: EdgeState::Active,
        kind: EdgeKind::Admission,
        day: Day::new(0),
    };
    let edges = (3..members).flat_map(|member| [7, 31, 101].map(|step| tie(member, step)));
    TrustGraph::build(rows, edges).unwrap()
}

fn assert_close(said: usize, allocated: i64, what: &str) {
    let allocated = f64::from(u32::try_from(allocated).unwrap());
    let ratio = f64::from(u32::try_from(said).unwrap()) / allocated;
    assert!((0.8..=1.2).contains(&ratio), "{what}: said {said}, allocated {allocated}, {ratio:.2}");
}

#[test]
fn what_a_graph_says_it_takes_is_what_is_allocated_within_a_fifth() {
    // Not a power of two, so that what is allocated ahead shows.
    for members in [3_000, 20_000, 50_000] {
        let mut graph = None;
        let built = measure(|| graph = Some(community(members)));
        let graph = graph.unwrap();
        assert!(graph.edge_count() > 2 * graph.len(), "{members}");
        assert_close(graph.bytes(0), built.bytes_current, "the graph");
        let copied = measure(|| std::mem::forget(graph.clone()));
        assert_close(graph.bytes(0), copied.bytes_current, "a copy, with which a reader goes on");
        // More paths than there are: the search sees everybody before it gives up.
        let view = graph.for_keeping(Day::new(1));
        let searched = measure(|| assert!(!view.kappa_at_least(members - 1, 9).holds()));
        // The most that a search can leave behind is counted, so it may be less, and is never more.
        let left = usize::try_from(searched.bytes_current).unwrap();
        assert!(left <= graph.bytes(1) - graph.bytes(0), "a search left {left} bytes behind");
        assert_close(
            graph.bytes(1),
            built.bytes_current + searched.bytes_current,
            "the graph, and what a search leaves behind",
        );
    }
}
