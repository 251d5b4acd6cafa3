//! The community's trust head: the row every trust decision takes first, so that decisions come one after another and none is
//! taken on a state another is changing.

use crate::store;
use crate::words::Cause;
use database::{CommunityTx, DatabaseError};
use membership::trust_log;
use serde::{Deserialize, Serialize};

/// What changed the trust graph, beside the standings that membership writes down. Members are named by their dense numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TrustEvent {
    /// Somebody vouches.
    Offered { sponsor: u32, member: u32 },
    /// Somebody took their word back.
    Withdrawn { sponsor: u32, member: u32 },
    /// Somebody came in; the words of these sponsors carry them.
    Admitted { member: u32, sponsors: Vec<u32>, rule: String },
    /// Somebody was refused.
    Refused { member: u32 },
    /// Somebody who was in already was vouched for.
    Endorsed { sponsor: u32, member: u32 },
    /// Somebody was put out; these went under review because of it.
    PutOut { member: u32, cause: Cause, reviews: Vec<u32> },
    /// Somebody's words, which had become void, carry again.
    Restored { sponsor: u32 },
    /// Two share a household: their words count as one. These went under review because of it.
    Together { one: u32, other: u32, reviews: Vec<u32> },
    /// They do no longer.
    Apart { one: u32, other: u32, reviews: Vec<u32> },
    /// Sponsorships were brought along from elsewhere.
    Imported { sponsorships: u64 },
}

/// The head, held until the transaction ends.
#[derive(Debug)]
pub(crate) struct Head {
    seq: i64,
}

impl Head {
    /// Takes the head. To be called before any member's row is taken. Decisions queue up here, so waiting may take longer
    /// than elsewhere.
    pub(crate) async fn take(tx: &mut CommunityTx) -> Result<Self, DatabaseError> {
        store::be_patient(tx).await?;
        Ok(Self { seq: trust_log::lock_tx(tx).await? })
    }

    /// The number of the last event before this transaction.
    pub(crate) fn seq(&self) -> i64 {
        self.seq
    }

    /// The number of the last event, this transaction's own included: what a decision that falls now knows of.
    pub(crate) async fn reached(&self, tx: &mut CommunityTx) -> Result<i64, DatabaseError> {
        trust_log::lock_tx(tx).await
    }

    /// Writes the next event.
    pub(crate) async fn record(&self, tx: &mut CommunityTx, event: &TrustEvent) -> Result<(), DatabaseError> {
        trust_log::append_tx(tx, &serde_json::to_value(event)?).await?;
        Ok(())
    }
}
