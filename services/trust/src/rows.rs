//! What the graph is built from: one row per member, one per pair of people.

use serde::{Deserialize, Serialize};

use crate::Day;

/// Where an account stands, as far as paths are concerned (design: trust, section 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum MemberState {
    /// In good standing since this day (the day seniority counts from).
    Member {
        /// Day of admission.
        since: Day,
    },
    /// Being looked at: carries those already in, opens the door to nobody new.
    UnderReview,
    /// Suspended: carries nobody.
    Suspended,
    /// Expelled: carries nobody.
    Expelled,
    /// Left in good standing: carries those already in for [`crate::LEGACY_DAYS`] days.
    Left {
        /// Day of departure.
        day: Day,
    },
    /// Not in yet, or a number nobody holds.
    Applicant,
}

/// One account of the community.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemberRow {
    /// Dense number in the community: 0, 1, 2, … without large holes.
    pub number: u32,
    /// Founder or pillar: trusted by decree. Kept through reviews and departures, so that the *state* alone says whether
    /// this root still counts.
    pub root: bool,
    /// Standing.
    pub state: MemberState,
}

/// What a sponsorship is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EdgeState {
    /// Given, but the newcomer is not in yet.
    Offered,
    /// Counts.
    Active,
    /// Taken back by the sponsor.
    Revoked,
    /// Void: the sponsor was expelled for fraud.
    Void,
    /// Never became anything.
    Lapsed,
}

/// Why the sponsorship was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EdgeKind {
    /// To let someone in.
    Admission,
    /// Later, to strengthen somebody already in.
    Endorsement,
}

/// One sponsorship: `sponsor` answers for `member`. Pairs are distinct; a later row of the same pair replaces the earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EdgeRow {
    /// Number of the one who answers.
    pub sponsor: u32,
    /// Number of the one answered for.
    pub member: u32,
    /// What it is now.
    pub state: EdgeState,
    /// Why it was given.
    pub kind: EdgeKind,
    /// Day it was given.
    pub day: Day,
}

/// A member as the graph stores it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MemberRec {
    pub(crate) root: bool,
    pub(crate) state: MemberState,
}

/// A sponsorship as the graph stores it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EdgeRec {
    pub(crate) day: Day,
    pub(crate) state: EdgeState,
    pub(crate) kind: EdgeKind,
}
