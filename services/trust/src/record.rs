//! What a member sees of another's record (design: trust, section 7). Reviews are never shown to peers, so nothing here depends
//! on one, but for "solid", which says no more than the paths do.

use serde::{Deserialize, Serialize};

use crate::{Day, View};

/// A year, days.
const YEAR: i64 = 365;

/// For how long somebody has been a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// Less than a year.
    New,
    /// One to three years.
    Settled,
    /// Three years or more.
    Old,
}

/// Somebody's record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// For how long they have been a member.
    pub band: Band,
    /// People whom they sponsor and who are here.
    pub sponsored: u32,
    /// Of these, how many they have sponsored for a year or more.
    pub lasted: u32,
    /// Whether as many independent paths as are asked for lead to them. `false` as well while that is undetermined.
    pub solid: bool,
}

impl View<'_> {
    /// The record of a member who joined on a day, as of today; `need`: the paths asked for ([`crate::Standard::need`]).
    pub fn record(&self, member: u32, joined: Day, today: Day, need: u32) -> Record {
        let here = self.graph().active_out_days(member).filter(|(one, _)| self.stands(*one));
        let (mut sponsored, mut lasted) = (0, 0);
        for (_, given) in here {
            sponsored += 1;
            lasted += u32::from(today.since(given) >= YEAR);
        }
        let band = match today.since(joined) {
            days if days < YEAR => Band::New,
            days if days < 3 * YEAR => Band::Settled,
            _ => Band::Old,
        };
        Record { band, sponsored, lasted, solid: self.kappa_at_least(member, need).holds() }
    }
}
