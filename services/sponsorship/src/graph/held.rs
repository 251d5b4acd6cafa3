//! A graph with the version it shows, moved on by what has changed since.

use super::Recorded;
use database::DatabaseError;
use std::{
    ops::{Deref, DerefMut},
    sync::Arc,
};
use trust::TrustGraph;

/// A graph is built anew from itself once one sponsorship in so many has ended.
const DEAD: usize = 5;

/// A graph, and the version it shows at least.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) version: i64,
    graph: Arc<TrustGraph>,
    /// Sponsorships that have ended since it was built, those that were given again included.
    ended: usize,
}

impl Held {
    pub(super) fn new(version: i64, graph: TrustGraph) -> Self {
        Self { version, graph: Arc::new(graph), ended: 0 }
    }

    pub(super) fn graph(&self) -> &Arc<TrustGraph> {
        &self.graph
    }

    /// Applies what was missed, in order. Whoever is still asking the graph goes on with it as it was: then it is copied. After an
    /// error it must not be used any more.
    pub(super) fn catch_up(&mut self, missed: &[Recorded]) -> Result<(), DatabaseError> {
        let Some(last) = missed.last() else { return Ok(()) };
        let graph = Arc::make_mut(&mut self.graph);
        for event in missed {
            self.ended += event.change.apply(graph)?;
        }
        if self.ended * DEAD > graph.edge_count() {
            *graph = graph.without_ended().map_err(DatabaseError::damaged)?;
            self.ended = 0;
        }
        self.version = last.version;
        Ok(())
    }
}

/// The graph as a transaction sees it. Who changes it changes a copy of their own.
#[derive(Debug, Clone)]
pub(crate) struct Present(Arc<TrustGraph>);

impl Present {
    /// As it is kept, with what the transaction itself has written; nothing of that is kept.
    pub(super) fn with(graph: &Arc<TrustGraph>, own: &[Recorded]) -> Result<Self, DatabaseError> {
        let mut present = Self(Arc::clone(graph));
        for event in own {
            event.change.apply(&mut present)?;
        }
        Ok(present)
    }
}

impl From<TrustGraph> for Present {
    fn from(graph: TrustGraph) -> Self {
        Self(Arc::new(graph))
    }
}

impl Deref for Present {
    type Target = TrustGraph;

    fn deref(&self) -> &TrustGraph {
        &self.0
    }
}

impl DerefMut for Present {
    fn deref_mut(&mut self) -> &mut TrustGraph {
        Arc::make_mut(&mut self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::change::Change;
    use trust::{Day, EdgeKind, EdgeRow, EdgeState, MemberRow, MemberState};

    /// One root who vouched for each of the others.
    fn town(size: u32) -> Held {
        let state = MemberState::Member { since: Day::new(0) };
        let members = (0..size).map(|number| MemberRow { number, root: number == 0, state });
        let word = |member| EdgeRow {
            sponsor: 0,
            member,
            state: EdgeState::Active,
            kind: EdgeKind::Admission,
            day: Day::new(0),
        };
        Held::new(1, TrustGraph::build(members, (1..size).map(word)).unwrap())
    }

    fn event(version: i64, change: &str) -> Recorded {
        Recorded { version, mine: false, change: serde_json::from_str::<Change>(change).unwrap() }
    }

    #[test]
    fn what_is_being_asked_and_what_a_transaction_wrote_leave_each_other_alone() {
        let mut held = town(20);
        let asked = Arc::clone(held.graph());
        let present = Present::with(held.graph(), &[event(2, r#"{"ended": [[0, 1]]}"#)]).unwrap();
        assert_eq!(present.edge(0, 1).unwrap().state, EdgeState::Revoked);
        assert_eq!(held.graph().edge(0, 1).unwrap().state, EdgeState::Active, "it may be taken back");
        held.catch_up(&[event(2, r#"{"ended": [[0, 2]]}"#)]).unwrap();
        assert_eq!((held.version, held.graph().edge(0, 2).unwrap().state), (2, EdgeState::Revoked));
        assert_eq!(asked.edge(0, 2).unwrap().state, EdgeState::Active);
        assert_eq!(present.edge(0, 2).unwrap().state, EdgeState::Active);
    }

    #[test]
    fn a_graph_is_built_anew_when_more_than_a_fifth_has_ended() {
        let mut held = town(11);
        held.catch_up(&[event(2, r#"{"ended": [[0, 1], [0, 2]]}"#)]).unwrap();
        assert_eq!(held.graph().edge_count(), 10, "a fifth is not more than a fifth");
        held.catch_up(&[event(3, r#"{"ended": [[0, 3]]}"#)]).unwrap();
        assert_eq!((held.graph().edge_count(), held.graph().len(), held.version), (7, 11, 3));
        held.catch_up(&[event(4, r#"{"begun": [[0, 3, false, 9]]}"#)]).unwrap();
        assert_eq!(held.graph().edge(0, 3).unwrap().day, Day::new(9));
    }
}
