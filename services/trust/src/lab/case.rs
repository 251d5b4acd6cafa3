//! The question: a graph and what is asked of it.

use serde::Deserialize;

/// A case of the lab. Unknown fields (a name, the expected answers) are passed over.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Case {
    /// Edges `[sponsor, member, …]`; columns beyond the first two do not matter.
    #[serde(default)]
    pub edges: Option<Vec<Vec<serde_json::Value>>>,
    /// A gzip edge list beside the case, used when there are no inline edges.
    #[serde(default)]
    pub edges_file: Option<String>,
    /// The roots.
    #[serde(default)]
    pub founders: Vec<u32>,
    /// Accounts that, with their edges, do not exist.
    #[serde(default)]
    pub removed: Vec<u32>,
    /// κ is counted up to here; absent: without limit.
    #[serde(default)]
    pub kappa_cap: Option<u32>,
    /// What is asked.
    #[serde(default)]
    pub queries: Queries,
}

/// What is asked; every part may be absent.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Queries {
    /// Accounts.
    #[serde(default)]
    pub members: Option<Vec<u32>>,
    /// People who are not in the graph yet.
    #[serde(default)]
    pub applicants: Option<Vec<ApplicantQuery>>,
    /// Accounts whose dominated sets are asked.
    #[serde(default)]
    pub dominated: Option<Vec<u32>>,
    /// Figures of the whole graph.
    #[serde(default)]
    pub reach: bool,
    /// Pairs of accounts.
    #[serde(default)]
    pub pairs: Option<Vec<(u32, u32)>>,
    /// Further removals.
    #[serde(default)]
    pub expulsions: Option<Vec<Expulsion>>,
}

/// A newcomer with sponsors.
#[derive(Clone, Debug, Deserialize)]
pub struct ApplicantQuery {
    /// What to call them in the answer.
    pub name: String,
    /// Accounts who sponsor; repeated, removed and unknown ones do not count.
    pub sponsors: Vec<u32>,
}

/// Accounts to remove, and accounts to look at afterwards.
#[derive(Clone, Debug, Deserialize)]
pub struct Expulsion {
    /// Who goes.
    pub remove: Vec<u32>,
    /// Whose κ is asked then.
    #[serde(default)]
    pub watch: Vec<u32>,
}
