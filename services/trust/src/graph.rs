//! The community's graph: append-only, indexed by dense member number.

use petgraph::Direction::{Incoming, Outgoing};
use petgraph::graph::{DiGraph, Edge, Node, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::rows::{EdgeRec, MemberRec};
use crate::scratch::Pool;
use crate::{Day, EdgeRow, EdgeState, Households, MemberRow, MemberState, Standpoint, View};

/// Numbers may leave holes, but not more than this many beyond four times the members: a wild number would eat all memory.
const HOLES: usize = 4_096;

/// Rows that cannot make a graph.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum GraphError {
    /// A sponsorship names a number that no member holds.
    #[error("a sponsorship names member number {0}, which nobody holds")]
    UnknownMember(u32),
    /// Member numbers must be dense.
    #[error("member number {0} is far beyond the number of members; numbers must be dense")]
    NotDense(u32),
}

/// Who sponsored whom in one community. Nothing is ever removed: an end is a state.
#[derive(Debug, Default, Clone)]
pub struct TrustGraph {
    graph: DiGraph<MemberRec, EdgeRec, u32>,
    roots: Vec<u32>,
    households: Households,
    pool: Pool,
}

impl TrustGraph {
    /// Builds the graph from rows in any order. Self-sponsoring is ignored; the last row of a pair wins.
    pub fn build(
        members: impl IntoIterator<Item = MemberRow>,
        edges: impl IntoIterator<Item = EdgeRow>,
    ) -> Result<Self, GraphError> {
        let mut rows: Vec<MemberRow> = members.into_iter().collect();
        rows.sort_by_key(|row| row.number);
        let mut edges: Vec<EdgeRow> = edges.into_iter().collect();
        // Whoever sponsored thousands has them side by side in memory: most of what a search for chains reads.
        edges.sort_by_key(|edge| edge.sponsor);
        let mut graph = Self { graph: DiGraph::with_capacity(rows.len(), edges.len()), ..Self::default() };
        let bound = rows.len().saturating_mul(4).saturating_add(HOLES);
        for row in rows {
            if row.number as usize >= bound {
                return Err(GraphError::NotDense(row.number));
            }
            graph.put_member(row)?;
        }
        for edge in edges {
            graph.put_edge(edge)?;
        }
        Ok(graph)
    }

    /// Adds a member, or replaces what is known of one.
    pub fn put_member(&mut self, row: MemberRow) -> Result<(), GraphError> {
        let count = self.graph.node_count();
        if row.number as usize > count.saturating_mul(4).saturating_add(HOLES) {
            return Err(GraphError::NotDense(row.number));
        }
        while self.graph.node_count() <= row.number as usize {
            self.graph.add_node(MemberRec { root: false, state: MemberState::Applicant });
        }
        if let Some(slot) = self.graph.node_weight_mut(NodeIndex::new(row.number as usize)) {
            *slot = MemberRec { root: row.root, state: row.state };
        }
        self.roots.retain(|&root| root != row.number);
        if row.root {
            self.roots.push(row.number);
        }
        Ok(())
    }

    /// Adds a sponsorship, or replaces the state of one already known. Self-sponsoring is ignored.
    pub fn put_edge(&mut self, row: EdgeRow) -> Result<(), GraphError> {
        let (sponsor, member) = (self.known(row.sponsor)?, self.known(row.member)?);
        if sponsor == member {
            return Ok(());
        }
        let record = EdgeRec { day: row.day, state: row.state, kind: row.kind };
        // A member has few sponsors, a sponsor may have thousands of members: look from the member's side.
        let old =
            self.graph.edges_directed(member, Incoming).find(|edge| edge.source() == sponsor).map(|edge| edge.id());
        match old.and_then(|id| self.graph.edge_weight_mut(id)) {
            Some(slot) => *slot = record,
            None => {
                self.graph.add_edge(sponsor, member, record);
            }
        }
        Ok(())
    }

    /// Another state for a sponsorship, if it is stored; nothing otherwise. Whether it was.
    pub fn end_edge(&mut self, sponsor: u32, member: u32, state: EdgeState) -> bool {
        let Some(row) = self.edge(sponsor, member) else { return false };
        self.put_edge(EdgeRow { state, ..row }).is_ok()
    }

    /// The same graph without sponsorships that do not count: what is left after many have ended.
    ///
    /// # Errors
    /// None in a graph that was built from rows; those of [`Self::build`].
    pub fn without_ended(&self) -> Result<Self, GraphError> {
        let mut alive = Self::build(self.members(), self.edges().filter(|edge| edge.state == EdgeState::Active))?;
        alive.households.clone_from(&self.households);
        Ok(alive)
    }

    /// Who lives with whom.
    pub fn households(&self) -> &Households {
        &self.households
    }

    /// Says that two members share a household.
    ///
    /// # Errors
    /// For a number beyond the graph.
    pub fn tie(&mut self, one: u32, other: u32) -> Result<(), GraphError> {
        self.known(one)?;
        self.known(other)?;
        self.households.tie(one, other);
        Ok(())
    }

    /// Takes that back; nothing if it was not said.
    pub fn untie(&mut self, one: u32, other: u32) {
        self.households.untie(one, other);
    }

    fn known(&self, number: u32) -> Result<NodeIndex<u32>, GraphError> {
        let index = NodeIndex::new(number as usize);
        self.graph.node_weight(index).map(|_| index).ok_or(GraphError::UnknownMember(number))
    }

    /// One more than the greatest member number.
    pub fn len(&self) -> usize {
        self.graph.node_count()
    }

    /// Whether nobody is here.
    pub fn is_empty(&self) -> bool {
        self.graph.node_count() == 0
    }

    /// How many sponsorships are stored, whatever their state.
    pub fn edge_count(&self) -> usize {
        self.graph.edge_count()
    }

    /// Bytes of memory the graph takes, with what this many searches at once leave behind to be used again.
    pub fn bytes(&self, searches: usize) -> usize {
        let (nodes, edges) = self.graph.capacity();
        let stored = nodes * size_of::<Node<MemberRec, u32>>() + edges * size_of::<Edge<EdgeRec, u32>>();
        let beside = self.roots.capacity() * size_of::<u32>() + self.households.bytes();
        stored + beside + searches * Pool::bytes_of_one(self.len())
    }

    /// Standing of a member; `None` for a number beyond the graph.
    pub fn state(&self, member: u32) -> Option<MemberState> {
        self.record(member).map(|record| record.state)
    }

    /// Whether this member was made a root, whatever their standing now.
    pub fn was_made_root(&self, member: u32) -> bool {
        self.record(member).is_some_and(|record| record.root)
    }

    /// The sponsorship from one member to another, if it is stored.
    pub fn edge(&self, sponsor: u32, member: u32) -> Option<EdgeRow> {
        self.known(sponsor).ok()?;
        let member_index = self.known(member).ok()?;
        let edge =
            self.graph.edges_directed(member_index, Incoming).find(|edge| edge.source().index() == sponsor as usize)?;
        let EdgeRec { day, state, kind } = *edge.weight();
        Some(EdgeRow { sponsor, member, state, kind, day })
    }

    /// The graph as a new admission sees it: only roots and members older than the seniority open doors.
    pub fn for_admission(&self, day: Day, seniority_days: u32) -> View<'_> {
        View::new(self, Standpoint::Admission { day, seniority_days })
    }

    /// The graph as those already in see it: young members, people under review and recent leavers still carry.
    pub fn for_keeping(&self, day: Day) -> View<'_> {
        View::new(self, Standpoint::Keeping { day })
    }

    pub(crate) fn record(&self, member: u32) -> Option<&MemberRec> {
        self.graph.node_weight(NodeIndex::new(member as usize))
    }

    pub(crate) fn made_roots(&self) -> &[u32] {
        &self.roots
    }

    pub(crate) fn active_in(&self, member: u32) -> impl Iterator<Item = u32> + '_ {
        self.active(member, Incoming)
    }

    pub(crate) fn active_out(&self, member: u32) -> impl Iterator<Item = u32> + '_ {
        self.active(member, Outgoing)
    }

    /// Whom this one actively sponsors, with the day it was given.
    pub(crate) fn active_out_days(&self, member: u32) -> impl Iterator<Item = (u32, Day)> + '_ {
        self.graph
            .edges_directed(NodeIndex::new(member as usize), Outgoing)
            .filter(|edge| edge.weight().state == EdgeState::Active)
            .filter_map(|edge| Some((u32::try_from(edge.target().index()).ok()?, edge.weight().day)))
    }

    /// Another standing for somebody known; an unknown number changes nothing.
    pub(crate) fn set_state(&mut self, member: u32, state: MemberState) {
        if let Some(record) = self.graph.node_weight_mut(NodeIndex::new(member as usize)) {
            record.state = state;
        }
    }

    /// Ends every sponsorship that this one gave and that counts.
    pub(crate) fn end_words(&mut self, sponsor: u32, state: EdgeState) {
        let mut walk = self.graph.neighbors_directed(NodeIndex::new(sponsor as usize), Outgoing).detach();
        while let Some(edge) = walk.next_edge(&self.graph) {
            if let Some(record) = self.graph.edge_weight_mut(edge).filter(|record| record.state == EdgeState::Active) {
                record.state = state;
            }
        }
    }

    /// Everybody, in order of number, holes included.
    pub fn members(&self) -> impl Iterator<Item = MemberRow> + '_ {
        let rows = (0_u32..).zip(self.graph.node_weights());
        rows.map(|(number, record)| MemberRow { number, root: record.root, state: record.state })
    }

    /// Every sponsorship, in the order in which they came.
    pub fn edges(&self) -> impl Iterator<Item = EdgeRow> + '_ {
        self.graph.edge_references().filter_map(|edge| {
            let EdgeRec { day, state, kind } = *edge.weight();
            let sponsor = u32::try_from(edge.source().index()).ok()?;
            Some(EdgeRow { sponsor, member: u32::try_from(edge.target().index()).ok()?, state, kind, day })
        })
    }

    fn active(&self, member: u32, direction: petgraph::Direction) -> impl Iterator<Item = u32> + '_ {
        self.graph
            .edges_directed(NodeIndex::new(member as usize), direction)
            .filter(|edge| edge.weight().state == EdgeState::Active)
            .map(move |edge| if direction == Incoming { edge.source() } else { edge.target() })
            .filter_map(|index| u32::try_from(index.index()).ok())
    }

    pub(crate) fn pool(&self) -> &Pool {
        &self.pool
    }

    /// Adds an edge known to be new and between known members: for loaders that have already sorted and deduplicated.
    pub(crate) fn push_new_edge(&mut self, sponsor: u32, member: u32, record: EdgeRec) {
        self.graph.add_edge(NodeIndex::new(sponsor as usize), NodeIndex::new(member as usize), record);
    }
}
