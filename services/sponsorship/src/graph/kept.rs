//! Graphs kept in this process, one a community.
//!
//! Invariants
//! - What is given out shows at least the version that was asked for: the version moves with every change the graph shows
//!   (migration 0011), in the transaction of the change, and that transaction writes what changed (migration 0029).
//! - What a transaction may still take back is never kept: only events that were committed before are applied.
//! - One reader brings a community's graph up to date, the others wait for it; no database connection is held while anybody
//!   searches, and no page waits for a graph with a connection in its hand.
//! - Searches of pages run beside the server's own threads, few at a time in each community: one community cannot take them all.
//! - All graphs kept together stay within a bound; those unused for longest go first.

mod places;

use super::held::{Held, Present};
use super::{Extent, Recorded};
use crate::{SponsorshipError, graph, store};
use database::{CommunityTx, DatabaseError, Db};
use kernel::CommunityId;
use places::Kept;
use std::{sync::Arc, time::Duration};
use tokio::sync::Semaphore;
use trust::TrustGraph;

/// Bytes of all graphs together: one for which there is no room is read, used, and let go. Two million members fit: read anew for each
/// page, their graph takes nine seconds a page.
const BYTES: usize = 512 * 1024 * 1024;

/// Searches at once in one community.
const SEARCHES: usize = 2;

/// How long a decision waits for a page that brings the graph up to date. It holds a connection, and the page may need one: after
/// this it reads for itself.
const PATIENCE: Duration = Duration::from_millis(250);

/// A community's graph, to be asked.
#[derive(Debug)]
pub(crate) struct Reading {
    graph: Arc<TrustGraph>,
    searches: Arc<Semaphore>,
}

impl Reading {
    /// Asks the graph, beside the server's own threads. A question that nobody waits for any more still counts until it ends.
    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&TrustGraph) -> T + Send + 'static,
    ) -> Result<T, SponsorshipError> {
        let turn = Arc::clone(&self.searches).acquire_owned().await.map_err(DatabaseError::damaged)?;
        let graph = Arc::clone(&self.graph);
        aside(move || {
            let _turn = turn;
            question(&graph)
        })
        .await
    }
}

/// What a graph lacks.
#[derive(Debug)]
enum Missed {
    /// What happened since.
    Changes(Vec<Recorded>),
    /// Too much, or untold: here it is, whole.
    All(Held),
}

/// The community's graph of at least this version ([`store::graph::version`]). To be called outside any transaction.
pub(crate) async fn reading(db: &Db, community: CommunityId, version: i64) -> Result<Reading, SponsorshipError> {
    db.kept::<Kept>().reading(community, version, |known| fetch(db, community, known)).await
}

async fn fetch(db: &Db, community: CommunityId, known: Option<i64>) -> Result<Missed, SponsorshipError> {
    let mut tx = db.begin(community).await?;
    if let Some(known) = known
        && let Some(missed) = store::graph::missed(&mut tx, known).await?
    {
        tx.commit().await?;
        return Ok(Missed::Changes(missed));
    }
    store::read_at_length(&mut tx).await?;
    // Read first: what changes meanwhile makes the rows newer than the version says, and is said again by its event.
    let version = store::graph::version(&mut tx).await?;
    let rows = graph::rows(&mut tx, Extent::Whole).await?;
    tx.commit().await?;
    let built = aside(move || graph::build(rows)).await??;
    Ok(Missed::All(Held::new(version, built)))
}

/// The graph as this transaction sees it. For a decision the head is held, so that nothing is committed meanwhile.
pub(super) async fn present(tx: &mut CommunityTx, extent: Extent) -> Result<Present, SponsorshipError> {
    let (kept, community) = (tx.kept::<Kept>(), tx.community());
    let place = kept.place(community);
    let Ok(mut held) = tokio::time::timeout(PATIENCE, place.held.lock()).await else {
        return Ok(alone(tx, extent).await?.into());
    };
    let present = match moved_on(tx, &mut held).await? {
        Some(present) => present,
        None if extent == Extent::People => return Ok(alone(tx, extent).await?.into()),
        None => loaded(tx, &mut held).await?,
    };
    kept.settled(community, &place, &mut held);
    Ok(present)
}

/// What is kept, with every event that it lacks; nothing where there is none, or too much has happened.
async fn moved_on(tx: &mut CommunityTx, held: &mut Option<Held>) -> Result<Option<Present>, SponsorshipError> {
    let Some(known) = held.as_ref().map(|held| held.version) else { return Ok(None) };
    let Some(missed) = store::graph::missed(tx, known).await? else { return Ok(None) };
    let certain = missed.iter().position(|event| event.mine).unwrap_or(missed.len());
    let (certain, own) = missed.split_at(certain);
    let present = held.as_mut().map(|held| {
        held.catch_up(certain)?;
        Present::with(held.graph(), own)
    });
    if let Some(Ok(present)) = present {
        return Ok(Some(present));
    }
    *held = None;
    Ok(None)
}

/// Everything, under the head's lock. Kept unless this transaction has changed something itself.
async fn loaded(tx: &mut CommunityTx, held: &mut Option<Held>) -> Result<Present, SponsorshipError> {
    let version = store::graph::version(tx).await?;
    let graph = alone(tx, Extent::Whole).await?;
    if store::graph::last_is_mine(tx).await? {
        return Ok(graph.into());
    }
    Present::with(held.insert(Held::new(version, graph)).graph(), &[]).map_err(Into::into)
}

async fn alone(tx: &mut CommunityTx, extent: Extent) -> Result<TrustGraph, SponsorshipError> {
    let rows = graph::rows(tx, extent).await?;
    aside(move || graph::build(rows)).await?
}

/// Work for a processor, not for a thread that serves.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, SponsorshipError> {
    Ok(tokio::task::spawn_blocking(work).await.map_err(DatabaseError::damaged)?)
}
