//! One change of the graph, as the triggers of migration 0029 write it into the trust history.

use super::state_by_days;
use database::DatabaseError;
use kernel::Standing;
use serde::Deserialize;
use trust::{Day, EdgeKind, EdgeRow, EdgeState, GraphError, MemberRow, MemberState, TrustGraph};

/// A change, and where it stands in the history.
#[derive(Debug, Clone)]
pub(crate) struct Recorded {
    /// The graph's version from this change on.
    pub(crate) version: i64,
    /// Whether the running transaction wrote it: it may yet be taken back.
    pub(crate) mine: bool,
    /// What changed.
    pub(crate) change: Change,
}

/// Number, founder, standing, day joined, day ended.
type Stands = (u32, bool, String, Option<i32>, Option<i32>);

/// How members stand, and what carries between two, after the change: saying it twice changes nothing.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Change {
    members: Vec<Stands>,
    /// Sponsor, member, whether it is an endorsement, day.
    begun: Vec<(u32, u32, bool, i32)>,
    /// Sponsor, member.
    ended: Vec<(u32, u32)>,
    /// Two who share a household from now on.
    together: Vec<(u32, u32)>,
    /// Two who do no longer.
    apart: Vec<(u32, u32)>,
    /// It cannot be told so: everything is to be loaded again.
    again: bool,
}

impl Change {
    /// Whether it says what changed.
    pub(crate) fn tells(&self) -> bool {
        !self.again
    }

    /// Applies it; how many sponsorships ended. What fails leaves a graph that is to be loaded again.
    pub(super) fn apply(&self, graph: &mut TrustGraph) -> Result<usize, DatabaseError> {
        for (number, root, standing, joined, ended) in &self.members {
            let standing: Standing = standing.parse().map_err(DatabaseError::damaged)?;
            let state = state_by_days(standing, joined.map(Day::new), ended.map(Day::new))?;
            graph.put_member(MemberRow { number: *number, root: *root, state }).map_err(DatabaseError::damaged)?;
        }
        for &(sponsor, member, endorsement, day) in &self.begun {
            let kind = if endorsement { EdgeKind::Endorsement } else { EdgeKind::Admission };
            let row = EdgeRow { sponsor, member, state: EdgeState::Active, kind, day: Day::new(day) };
            begin(graph, row).map_err(DatabaseError::damaged)?;
        }
        for &(one, other) in &self.together {
            graph.tie(one, other).map_err(DatabaseError::damaged)?;
        }
        for &(one, other) in &self.apart {
            graph.untie(one, other);
        }
        let ended = self.ended.iter().filter(|pair| graph.end_edge(pair.0, pair.1, EdgeState::Revoked));
        Ok(ended.count())
    }
}

/// A sponsorship may name people who only wait: their coming changed nothing that the graph shows.
fn begin(graph: &mut TrustGraph, row: EdgeRow) -> Result<(), GraphError> {
    for number in [row.sponsor, row.member] {
        if graph.state(number).is_none() {
            graph.put_member(MemberRow { number, root: false, state: MemberState::Applicant })?;
        }
    }
    graph.put_edge(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(text: &str) -> Change {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn a_change_says_how_things_are_afterwards_so_that_saying_it_twice_changes_nothing() {
        let mut graph = TrustGraph::default();
        let came = change(
            r#"{"members": [[0, true, "member", 5, null], [2, false, "left", 5, 9]], "begun": [[0, 2, false, 5], [0, 3, true, 6]]}"#,
        );
        let ended = change(r#"{"ended": [[0, 2], [7, 8]]}"#);
        for times in 1..=2 {
            assert_eq!(came.apply(&mut graph).unwrap(), 0);
            assert_eq!((graph.len(), graph.edge_count()), (4, 2), "{times}");
        }
        assert_eq!(graph.state(2), Some(MemberState::Left { day: Day::new(9) }));
        assert_eq!(graph.state(3), Some(MemberState::Applicant));
        assert_eq!(graph.edge(0, 3).unwrap().kind, EdgeKind::Endorsement);
        assert_eq!(ended.apply(&mut graph).unwrap(), 1, "a pair that was never there ends nothing");
        assert_eq!(graph.edge(0, 2).unwrap().state, EdgeState::Revoked);
        assert!(graph.was_made_root(0) && came.tells() && !change(r#"{"again": true}"#).tells());
    }

    #[test]
    fn who_lives_with_whom_is_told_like_everything_else() {
        let mut graph = TrustGraph::default();
        change(r#"{"members": [[0, true, "member", 5, null], [1, true, "member", 5, null]]}"#)
            .apply(&mut graph)
            .unwrap();
        for _ in 1..=2 {
            change(r#"{"together": [[1, 0]]}"#).apply(&mut graph).unwrap();
            assert_eq!(graph.households().with(0), [0, 1]);
        }
        for _ in 1..=2 {
            change(r#"{"apart": [[0, 1]]}"#).apply(&mut graph).unwrap();
            assert!(graph.households().is_empty());
        }
        assert!(change(r#"{"together": [[0, 7]]}"#).apply(&mut graph).is_err(), "nobody has that number");
    }

    #[test]
    fn a_member_without_a_day_is_damage() {
        let mut graph = TrustGraph::default();
        assert!(change(r#"{"members": [[0, true, "member", null, null]]}"#).apply(&mut graph).is_err());
        assert!(change(r#"{"members": [[0, true, "president", 1, null]]}"#).apply(&mut graph).is_err());
    }
}
