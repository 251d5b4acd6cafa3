//! The community's trust history: every change of the trust graph, numbered in order.
//!
//! Whoever holds the head's lock decides alone; a process that keeps a graph in memory catches up by these numbers
//! (design: trust, section 10). `sponsorship` writes its own events here as well.

use crate::store;
use database::{CommunityTx, DatabaseError};
use kernel::{MemberId, Standing};
use serde_json::{Value, json};

/// Takes the lock every trust decision takes, and tells the number of the last event. The first lock of a transaction.
pub async fn lock_tx(tx: &mut CommunityTx) -> Result<i64, DatabaseError> {
    store::trust_log::lock(tx).await
}

/// Writes the next event and tells its number. Takes the lock.
pub async fn append_tx(tx: &mut CommunityTx, event: &Value) -> Result<i64, DatabaseError> {
    store::trust_log::append(tx, event).await
}

/// `{"standing": {"member", "number", "from", "to"}}`: somebody stands elsewhere now.
pub(crate) fn standing(member: MemberId, number: i32, from: Standing, to: Standing) -> Value {
    json!({ "standing": { "member": member, "number": number, "from": from, "to": to } })
}

/// `{"joined": {"numbers": [first, last]}}`: these numbers came in by decree, at the launch or by import.
pub(crate) fn joined(first: i32, last: i32) -> Value {
    json!({ "joined": { "numbers": [first, last] } })
}
