//! Days, the grain of everything in the graph but the cooling time.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Days from the common era to 1 January 1970.
const EPOCH_FROM_CE: i32 = 719_163;

/// A calendar day in UTC, counted from 1 January 1970 (day 0).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(i32);

impl Day {
    /// The day so many days after 1 January 1970.
    pub const fn new(days_since_1970: i32) -> Self {
        Self(days_since_1970)
    }

    /// The UTC day in which this instant falls.
    pub fn of(at: DateTime<Utc>) -> Self {
        at.date_naive().into()
    }

    /// Days since 1 January 1970.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// This day and so many more; stops at the ends of the calendar.
    #[must_use]
    pub const fn plus(self, days: u32) -> Self {
        Self(self.0.saturating_add_unsigned(days))
    }

    /// Whole days from `earlier` to this day; negative if `earlier` is later.
    pub const fn since(self, earlier: Self) -> i64 {
        // i64 so that no pair of days can overflow.
        self.0 as i64 - earlier.0 as i64
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        Self(date.num_days_from_ce() - EPOCH_FROM_CE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_epoch_is_day_zero_and_an_evening_belongs_to_its_day() {
        assert_eq!(Day::of(DateTime::UNIX_EPOCH), Day::new(0));
        let evening = DateTime::parse_from_rfc3339("1970-01-02T23:59:59Z").unwrap().to_utc();
        assert_eq!(Day::of(evening), Day::new(1));
        assert_eq!(Day::new(80).since(Day::new(10)), 70);
    }
}
