//! Whether what this process keeps is what the rows say.

use super::{Extent, alone_from_rows, now};
use crate::{SponsorshipError, head::Head, store};
use database::Db;
use kernel::{Act, Caller};
use trust::{EdgeState, MemberState, TrustGraph};

/// Compares the graph that is kept, brought up to date, with the graph of the rows, under the trust head's lock. False is a fault of
/// ours, never of a community.
pub async fn kept_graph_is_true(db: &Db, caller: &Caller) -> Result<bool, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    Head::take(&mut tx).await?;
    store::read_at_length(&mut tx).await?;
    let (kept, rows) = (now(&mut tx, Extent::Whole).await?, alone_from_rows(&mut tx).await?);
    tx.commit().await?;
    Ok(told(&kept) == told(&rows))
}

type Told = (Vec<(u32, bool, String)>, Vec<(u32, u32, String)>, Vec<(u32, u32)>);

/// Everything that can make a difference to an answer, in order. A number nobody holds and one who waits are the same.
fn told(graph: &TrustGraph) -> Told {
    let members = graph
        .members()
        .filter(|row| row.state != MemberState::Applicant)
        .map(|row| (row.number, row.root, format!("{:?}", row.state)))
        .collect();
    let carries = |edge: &trust::EdgeRow| edge.state == EdgeState::Active && edge.sponsor != edge.member;
    let mut edges: Vec<_> = graph
        .edges()
        .filter(carries)
        .map(|edge| (edge.sponsor, edge.member, format!("{:?} {:?}", edge.kind, edge.day)))
        .collect();
    edges.sort();
    (members, edges, graph.households().ties().collect())
}
