//! The lab: answers to a case, to be compared with an independent oracle, and policies tried side by side (design: trust,
//! section 12).

pub mod chance;
pub mod simulate;
pub mod synthetic;
pub mod yardstick;

mod answer;
mod case;
mod world;

use std::path::Path;

pub use answer::{Answer, answer};
pub use case::{ApplicantQuery, Case, Expulsion, Queries};

/// What can be wrong with a case.
#[derive(Debug, thiserror::Error)]
pub enum LabError {
    /// A file cannot be read.
    #[error("{path} cannot be read: {source}")]
    Unreadable {
        /// Which.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// The case is not as section 12 says.
    #[error("the case is not valid JSON of a case: {0}")]
    Malformed(#[from] serde_json::Error),
    /// A line of the edge list has no two account numbers.
    #[error("line {0} of the edge list does not begin with two account numbers")]
    Line(usize),
    /// Neither edges nor a file of edges.
    #[error("the case has neither `edges` nor `edges_file`")]
    NoEdges,
    /// The accounts cannot make a graph.
    #[error(transparent)]
    Graph(#[from] crate::GraphError),
}

/// Answers the case in a file; `edges_file` is looked for beside it.
pub fn answer_file(case: &Path) -> Result<serde_json::Value, LabError> {
    let text =
        std::fs::read(case).map_err(|source| LabError::Unreadable { path: case.display().to_string(), source })?;
    let folder = case.parent().unwrap_or(Path::new("."));
    Ok(serde_json::to_value(answer(&serde_json::from_slice(&text)?, folder)?)?)
}
