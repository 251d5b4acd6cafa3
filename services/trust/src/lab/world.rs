//! From a case to a graph: account numbers of any size become dense ones and back.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;

use super::{Case, LabError};
use crate::rows::EdgeRec;
use crate::{Day, EdgeKind, EdgeState, MemberRow, MemberState, TrustGraph};

/// The graph of a case with the names of its members.
#[derive(Debug)]
pub(super) struct World {
    pub(super) graph: TrustGraph,
    /// Distinct edges between accounts that exist.
    pub(super) edges: usize,
    /// Account numbers in ascending order; the position is the dense number.
    ids: Vec<u32>,
}

impl World {
    pub(super) fn load(case: &Case, folder: &Path) -> Result<Self, LabError> {
        let mut edges = read_edges(case, folder)?;
        let mut ids: Vec<u32> = edges.iter().flat_map(|&(a, b)| [a, b]).chain(case.founders.iter().copied()).collect();
        ids.sort_unstable();
        ids.dedup();
        let removed: std::collections::HashSet<u32> = case.removed.iter().copied().collect();
        let founders: std::collections::HashSet<u32> = case.founders.iter().copied().collect();
        let rows = ids.iter().zip(0_u32..).map(|(id, number)| MemberRow {
            number,
            root: founders.contains(id),
            state: if removed.contains(id) {
                MemberState::Expelled
            } else {
                MemberState::Member { since: Day::new(0) }
            },
        });
        let graph = TrustGraph::build(rows, [])?;
        let mut world = Self { graph, edges: 0, ids };
        edges.retain(|(a, b)| a != b && !removed.contains(a) && !removed.contains(b));
        edges.sort_unstable();
        edges.dedup();
        world.edges = edges.len();
        for (a, b) in edges {
            if let (Some(sponsor), Some(member)) = (world.number(a), world.number(b)) {
                let record = EdgeRec { day: Day::new(0), state: EdgeState::Active, kind: EdgeKind::Admission };
                world.graph.push_new_edge(sponsor, member, record);
            }
        }
        Ok(world)
    }

    /// The dense number of an account; `None` if no edge and no founder mentions it.
    pub(super) fn number(&self, id: u32) -> Option<u32> {
        self.ids.binary_search(&id).ok().and_then(|at| u32::try_from(at).ok())
    }

    pub(super) fn numbers(&self, ids: &[u32]) -> Vec<u32> {
        ids.iter().filter_map(|&id| self.number(id)).collect()
    }

    /// Accounts of dense numbers. The order of numbers is the order of accounts.
    pub(super) fn accounts(&self, numbers: &[u32]) -> Vec<u32> {
        numbers.iter().filter_map(|&number| self.ids.get(number as usize).copied()).collect()
    }
}

fn read_edges(case: &Case, folder: &Path) -> Result<Vec<(u32, u32)>, LabError> {
    if let Some(edges) = &case.edges {
        let number = |value: Option<&serde_json::Value>| value?.as_u64().and_then(|id| u32::try_from(id).ok());
        let pair = |(at, row): (usize, &Vec<serde_json::Value>)| {
            number(row.first()).zip(number(row.get(1))).ok_or(LabError::Line(at.saturating_add(1)))
        };
        return edges.iter().enumerate().map(pair).collect();
    }
    let path = folder.join(case.edges_file.as_ref().ok_or(LabError::NoEdges)?);
    let pair = |line: &str| {
        let mut columns = line.split_ascii_whitespace().map(str::parse::<u32>);
        columns.next()?.ok().zip(columns.next()?.ok())
    };
    read_file(&path, pair)
}

/// The accounts of a gzip list, one a line.
pub(super) fn read_accounts(path: &Path) -> Result<Vec<u32>, LabError> {
    read_file(path, |line| line.split_ascii_whitespace().next()?.parse().ok())
}

pub(super) fn read_file<T>(path: &Path, read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, LabError> {
    let unreadable = |source| LabError::Unreadable { path: path.display().to_string(), source };
    let file = std::fs::File::open(path).map_err(unreadable)?;
    read_lines(MultiGzDecoder::new(file), read).map_err(|error| match error {
        LineError::Io(source) => unreadable(source),
        LineError::Line(at) => LabError::Line(at),
    })
}

enum LineError {
    Io(std::io::Error),
    Line(usize),
}

fn read_lines<T>(input: impl Read, read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, LineError> {
    let mut rows = Vec::new();
    for (line, at) in BufReader::new(input).lines().zip(1..) {
        let line = line.map_err(LineError::Io)?;
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        rows.push(read(line).ok_or(LineError::Line(at))?);
    }
    Ok(rows)
}
