//! The jobs this noun causes.

use database::{Job, Lane};
use kernel::{MemberId, RemovalId};
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

/// Write letters about a removal to whom it concerns ([`crate::removal::tell`]).
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct TellRemoval {
    /// Which wish.
    pub removal: RemovalId,
    /// What is to be told.
    pub news: RemovalNews,
    /// To everybody who has a place here, instead of the owners alone.
    pub everybody: bool,
}

impl Job for TellRemoval {
    const KIND: &'static str = "tell_removal";
    const LANE: Lane = Lane::Prompt;
}

/// What is to be told of a removal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemovalNews {
    /// It was asked for.
    Asked,
    /// It is near.
    Soon,
    /// It will not happen.
    CalledOff,
}

/// Write one letter about a removal ([`crate::removal::letter`]).
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct RemovalLetter {
    /// Which wish.
    pub removal: RemovalId,
    /// What is to be told.
    pub news: RemovalNews,
    /// To whom.
    pub member: MemberId,
}

impl Job for RemovalLetter {
    const KIND: &'static str = "removal_letter";
    const LANE: Lane = Lane::Bulk;
}

/// Remove a community whose time is over ([`crate::removal::carry_out`]).
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct RemoveCommunity {
    /// Which wish.
    pub removal: RemovalId,
}

impl Job for RemoveCommunity {
    const KIND: &'static str = "remove_community";
    const LANE: Lane = Lane::Bulk;
}

/// See who has not been here for long ([`crate::idle::watch`]).
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct WatchIdle {}

impl Job for WatchIdle {
    const KIND: &'static str = "watch_idle";
    const LANE: Lane = Lane::Bulk;
}

/// Tell somebody that they have not been here for long, and what comes of it ([`crate::idle::idle_letter`]).
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct IdleLetter {
    /// Whom.
    pub member: MemberId,
}

impl Job for IdleLetter {
    const KIND: &'static str = "idle_letter";
    const LANE: Lane = Lane::Bulk;
}
