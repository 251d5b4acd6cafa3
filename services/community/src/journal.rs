//! The community's journal: what happened to whom, by whom, and why. Written in the transaction of the deed; never changed.

use crate::store;
use database::{CommunityTx, DatabaseError};
use kernel::MemberId;
use serde_json::Value;

/// One entry.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The member who did it; nobody when the house or a stranger did.
    pub actor: Option<MemberId>,
    /// The member it was done to.
    pub subject: Option<MemberId>,
    /// What was done, snake case: `standing_changed`, `role_given`, …
    pub act: &'static str,
    /// Particulars: ids, words, reasons. No message texts, no tokens.
    pub detail: Value,
}

/// Writes one entry at the transaction's moment.
pub async fn record_tx(tx: &mut CommunityTx, entry: Entry) -> Result<(), DatabaseError> {
    store::journal::insert(tx, entry).await
}
