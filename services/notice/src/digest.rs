//! One member's digest for one period, from planned to settled. The listings in it are chosen by `exchange`; the worker brings
//! the two together.

use crate::{NoticeError, store};
use chrono::NaiveDate;
use database::Db;
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

/// The digest, as long as it waits to be composed; nothing when it is settled or unknown.
pub async fn planned(db: &Db, caller: &Caller, id: DigestId) -> Result<Option<PlannedDigest>, NoticeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let found = store::planned(&mut tx, id).await?;
    tx.commit().await?;
    Ok(found)
}

/// Settles it. False when it was settled before: then nothing changes.
pub async fn settle(db: &Db, caller: &Caller, id: DigestId, settlement: Settlement) -> Result<bool, NoticeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let settled = store::settle(&mut tx, id, &settlement).await?;
    tx.commit().await?;
    Ok(settled)
}
