//! How one member is tied to several others, for the house: to weigh what they offer and ask for.

use crate::graph::kept;
use crate::{SponsorshipError, store};
use database::Db;
use kernel::{Act, Caller, MemberId};
use trust::{Day, TrustGraph};

/// A tie of the member that was asked about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tie {
    /// With whom.
    pub member: MemberId,
    /// From 0 to below 1, the same for both.
    pub score: f64,
    /// Whether somebody vouched for both.
    pub common_sponsor: bool,
}

/// The ties between a member and others, as far as they are inside. Looked up in the graph this process keeps; no connection is held
/// meanwhile. The house only: what is told of it is less than what each of the two may look up.
pub async fn ties(
    db: &Db,
    caller: &Caller,
    member: MemberId,
    others: Vec<MemberId>,
) -> Result<Vec<Tie>, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let own = store::people::numbers_inside(&mut tx, &[member]).await?;
    let theirs = store::people::numbers_inside(&mut tx, &others).await?;
    let (version, today) = (store::graph::version(&mut tx).await?, Day::of(tx.now()));
    tx.commit().await?;
    let Some(&(_, viewer)) = own.first() else { return Ok(Vec::new()) };
    let graph = kept::reading(db, caller.community, version).await?;
    graph.ask(move |graph| look(graph, today, viewer, &theirs)).await
}

fn look(graph: &TrustGraph, today: Day, viewer: u32, others: &[(MemberId, u32)]) -> Vec<Tie> {
    let view = graph.for_keeping(today);
    let tie = |&(member, number): &(MemberId, u32)| {
        let found = view.connection(viewer, number);
        Tie { member, score: found.score(), common_sponsor: !found.common_sponsors.is_empty() }
    };
    others.iter().filter(|(_, number)| *number != viewer).map(tie).collect()
}
