//! The community's journal: what happened to whom, by whom, and why. Written in the transaction of the deed; never changed.
//!
//! Each community's journal is a chain (`database::audit`, `infra/decisions/0012`), so that a change of what stands in it shows.

mod denials;
mod words;

use crate::{CommunityError, store};
pub use database::audit::{Anchor, Broken, Entry};
use database::{CommunityTx, DatabaseError, Db, audit};
pub use denials::{write_denials, write_repeated_tx};
use kernel::{Act, Caller, MemberId, Page, PageRequest, Timestamp};
use serde_json::Value;

/// An entry as a reader sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryView {
    /// Its number; none for entries from before the chain.
    pub number: Option<i64>,
    /// When it happened.
    pub at: Timestamp,
    /// The member who did it.
    pub actor: Option<MemberId>,
    /// What they are called; empty for the house and for strangers.
    pub actor_name: String,
    /// The member it was done to.
    pub subject: Option<MemberId>,
    /// What they are called.
    pub subject_name: String,
    /// What was done.
    pub act: String,
    /// Particulars.
    pub detail: Value,
    /// The reason that was given; empty where there was none, or where it was erased.
    pub reason: String,
}

/// Writes one entry at the transaction's moment; it stands there once the transaction is committed.
#[expect(clippy::unused_async, reason = "for its callers it is a write like any other")]
pub async fn record_tx(tx: &mut CommunityTx, entry: Entry) -> Result<(), DatabaseError> {
    tx.record(entry);
    Ok(())
}

/// The journal, the newest first. Stewards and owners.
pub async fn entries(db: &Db, caller: &Caller, page: PageRequest) -> Result<Page<EntryView>, CommunityError> {
    caller.must(Act::SeeJournal)?;
    let mut tx = db.begin(caller.community).await?;
    let entries = store::journal::page(&mut tx, &page).await?;
    tx.commit().await?;
    Ok(entries)
}

/// Looks through the community's journal, and compares it with what was kept of it elsewhere. Where it ends, or where it is broken.
/// The house only.
pub async fn verify(db: &Db, caller: &Caller, anchors: &[Anchor]) -> Result<Result<Anchor, Broken>, CommunityError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let found = audit::verify(&mut tx, anchors).await?;
    tx.commit().await?;
    Ok(found)
}

/// Where the journal ends now, to be kept elsewhere; nothing while it is empty. `kept` is what was kept last: it must still stand
/// where it stood. The house only.
pub async fn anchor(
    db: &Db,
    caller: &Caller,
    kept: Option<&Anchor>,
) -> Result<Result<Option<Anchor>, Broken>, CommunityError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    if let Some(kept) = kept {
        let stands = audit::mark_at(&mut tx, kept.seq).await?;
        if stands.as_ref() != Some(kept) {
            let why = if stands.is_some() { audit::Why::Anchor } else { audit::Why::Missing };
            return Ok(Err(Broken { seq: kept.seq, why }));
        }
    }
    let head = audit::head(&mut tx).await?;
    tx.commit().await?;
    Ok(Ok(head))
}
