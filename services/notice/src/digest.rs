//! One member's digest for one period, from planned to settled. The listings in it are chosen by `exchange`, which composes
//! it; the worker sends it and says how that went.

use crate::{NoticeError, SentLetter, store};
use chrono::NaiveDate;
use database::{CommunityTx, DatabaseError, Db};
use kernel::{Act, Caller, DigestId, ListingId, MemberId, Timestamp};

/// A digest that waits to be composed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedDigest {
    /// Which.
    pub id: DigestId,
    /// For whom.
    pub member: MemberId,
    /// The Saturday it belongs to.
    pub period: NaiveDate,
    /// Listings created after this moment are new to the member …
    pub since: Timestamp,
    /// … up to this one: what comes later belongs to the next digest.
    pub until: Timestamp,
    /// Whether the member still wants it and is still inside; if not, settle it as [`Settlement::Empty`].
    pub wanted: bool,
}

/// How a digest ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settlement {
    /// The letter left with these listings.
    Sent {
        /// What it showed, in its order.
        listings: Vec<ListingId>,
    },
    /// There was nothing to tell: no letter.
    Empty,
    /// The letter could not be sent; the next digest begins where this one would have.
    Failed,
}

impl Settlement {
    /// The word stored in the database.
    pub(crate) fn state(&self) -> &'static str {
        match self {
            Self::Sent { .. } => "sent",
            Self::Empty => "empty",
            Self::Failed => "failed",
        }
    }
}

/// The digest, as long as it waits to be composed; nothing when it is settled or unknown. For the noun that fills it.
pub async fn planned_tx(tx: &mut CommunityTx, id: DigestId) -> Result<Option<PlannedDigest>, DatabaseError> {
    store::planned(tx, id).await
}

/// Settles it in the transaction that found out how it ends. False when it was settled before: then nothing changes.
pub async fn settle_tx(tx: &mut CommunityTx, id: DigestId, settlement: &Settlement) -> Result<bool, DatabaseError> {
    store::settle(tx, id, settlement).await
}

/// Settles it, and keeps the line of its letter, in one transaction. False when it was settled before.
///
/// The line is for whoever asks "did you write to me?"; the settlement is what keeps the letter from leaving twice (bar E2).
/// So where the line cannot be kept, the digest is settled all the same.
pub async fn settle(
    db: &Db,
    caller: &Caller,
    id: DigestId,
    settlement: &Settlement,
    line: Option<&SentLetter>,
) -> Result<bool, NoticeError> {
    caller.must(Act::WorkJob)?;
    match settle_with(db, caller, id, settlement, line).await {
        Err(error) if line.is_some() => {
            tracing::warn!(%error, digest = %id, "a sent letter could not be noted");
            settle_with(db, caller, id, settlement, None).await
        }
        settled => settled,
    }
}

async fn settle_with(
    db: &Db,
    caller: &Caller,
    id: DigestId,
    settlement: &Settlement,
    line: Option<&SentLetter>,
) -> Result<bool, NoticeError> {
    let mut tx = db.begin(caller.community).await?;
    let settled = store::settle(&mut tx, id, settlement).await?;
    if let Some(line) = line {
        store::record_letter(&mut tx, line).await?;
    }
    tx.commit().await?;
    Ok(settled)
}
