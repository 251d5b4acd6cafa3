//! The jobs this noun causes.

use database::{Job, Lane};
use kernel::DigestId;
use serde::{Deserialize, Serialize};

/// Write the digests that are due in this community. Enqueued by the scheduler once an hour with the meaning
/// `plan-digests:<hour>`.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub struct PlanDigests {}

impl Job for PlanDigests {
    const KIND: &'static str = "plan_digests";
    const LANE: Lane = Lane::Bulk;
}

/// Compose and send one member's digest.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct DigestLetter {
    /// Its row.
    pub digest: DigestId,
}

impl Job for DigestLetter {
    const KIND: &'static str = "digest_letter";
    const LANE: Lane = Lane::Bulk;
}
