//! The journal as it is kept: one chain a community, written at the very end of a transaction and never changed.
//!
//! Invariants
//! - Entries of a transaction are numbered and marked under the community's lock, which is the last lock the transaction
//!   takes: nobody waits for it while holding it.
//! - The key is derived from the installation's secret and stands in no table. See `infra/decisions/0012`.

mod chain;
mod rows;

pub use chain::{Anchor, Broken, Chain, Link, Why};

use crate::{CommunityTx, DatabaseError, pool::Tools};
use kernel::{CommunityId, MemberId, Timestamp};
use serde_json::Value;
use sqlx::PgConnection;

/// Entries read at once while a chain is looked through.
const BATCH: i64 = 1_000;

/// One entry to be written.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The member who did it; nobody when the house or a stranger did.
    pub actor: Option<MemberId>,
    /// The member it was done to.
    pub subject: Option<MemberId>,
    /// What was done, snake case.
    pub act: &'static str,
    /// Particulars: ids and words of ours. An object; a text under `reason` is kept apart, as the entry's note.
    pub detail: Value,
}

/// Numbers, marks and writes entries in `community`'s chain.
pub(crate) async fn append(
    conn: &mut PgConnection,
    tools: &Tools,
    community: CommunityId,
    now: Timestamp,
    entries: Vec<Entry>,
) -> Result<(), DatabaseError> {
    if entries.is_empty() {
        return Ok(());
    }
    rows::lock(conn, community).await?;
    let mut chain = match rows::head(conn, community).await? {
        Some(head) => Chain::after(&tools.seal, community, &head),
        None => Chain::begin(&tools.seal, community, &rows::unchained(conn, community).await?),
    };
    for entry in entries {
        let link = chain.forge(tools.entropy.id(), now, entry);
        rows::insert(conn, community, &link).await?;
    }
    Ok(())
}

/// Looks through the whole chain of the transaction's community, and compares it with `anchors` that were kept elsewhere. Where it
/// ends, or the first place at which it is broken.
pub async fn verify(tx: &mut CommunityTx, anchors: &[Anchor]) -> Result<Result<Anchor, Broken>, DatabaseError> {
    let (community, seal) = (tx.community(), tx.seal().clone());
    let before = rows::unchained(tx.conn(), community).await?;
    let mut chain = Chain::begin(&seal, community, &before).holding(anchors);
    let mut after = i64::MIN;
    loop {
        let links = rows::links(tx.conn(), community, after, BATCH).await?;
        for link in &links {
            if let Err(broken) = chain.take(link) {
                return Ok(Err(broken));
            }
        }
        match links.last() {
            Some(last) => after = last.seq,
            None => return Ok(chain.end()),
        }
    }
}

/// Where the chain of the transaction's community ends; nothing while it is empty.
pub async fn head(tx: &mut CommunityTx) -> Result<Option<Anchor>, DatabaseError> {
    let community = tx.community();
    rows::head(tx.conn(), community).await
}

/// The mark at this number, if there is such an entry.
pub async fn mark_at(tx: &mut CommunityTx, seq: i64) -> Result<Option<Anchor>, DatabaseError> {
    let community = tx.community();
    rows::mark_at(tx.conn(), community, seq).await
}
