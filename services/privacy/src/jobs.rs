//! The jobs this noun causes.

use database::{Job, Lane};
use kernel::MemberId;
use serde::{Deserialize, Serialize};

/// Make somebody's copy and tell them ([`crate::copy::make`]).
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct PrepareCopy {
    /// Whose.
    pub member: MemberId,
}

impl Job for PrepareCopy {
    const KIND: &'static str = "prepare_copy";
    const LANE: Lane = Lane::Prompt;
}

/// Erase somebody ([`crate::erase::erase`]).
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct EraseMember {
    /// Whom.
    pub member: MemberId,
}

impl Job for EraseMember {
    const KIND: &'static str = "erase_member";
    const LANE: Lane = Lane::Prompt;
}
