//! Whom somebody is linked to: what the noun of sponsorships finds out, and other nouns put their lists in order by, without knowing it.

use crate::MemberId;

/// Members to whom somebody is linked alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedAlike {
    /// How well: millionths of T (design: trust, section 7), from 1 to 999,999. No two of a list are equal.
    pub millionths: u32,
    /// Who.
    pub members: Vec<MemberId>,
}
