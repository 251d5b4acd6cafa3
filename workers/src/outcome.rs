//! How a job ends.

use chrono::Duration;
use std::fmt;

/// A job without an end of its own is buried when it has failed for so long (bar E6: a notification is dropped at 4 days).
pub(crate) const PATIENCE: Duration = Duration::days(4);

/// What became of one attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is done.
    Done,
    /// Meanwhile nobody needs it: read already, left, answered, renewed.
    NotNeeded,
    /// Not now.
    Again {
        /// Not before this time has passed; the usual back-off when absent.
        after: Option<Duration>,
        /// What stood in the way.
        why: String,
    },
    /// Never: it is buried, where the operator sees it.
    Never {
        /// What stands in the way.
        why: String,
    },
}

/// Something broke while a job was done: it is tried again.
#[derive(Debug)]
pub struct Trouble(String);

impl Trouble {
    /// A sentence saying what broke.
    pub fn new(what: impl fmt::Display) -> Self {
        Self(what.to_string())
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E: std::error::Error> From<E> for Trouble {
    fn from(error: E) -> Self {
        Self::new(error)
    }
}

/// What a handler hands back.
pub type Handled = Result<Outcome, Trouble>;

/// The pause before the next attempt after `attempt` failed ones: 1, 5, 30 minutes, 2 hours, then every 4 hours (bar E6),
/// each ±20 % by `dice`, so that what failed together does not come back together.
pub fn back_off(attempt: i32, dice: [u8; 2]) -> Duration {
    let minutes = match attempt {
        ..=1 => 1,
        2 => 5,
        3 => 30,
        4 => 120,
        _ => 240,
    };
    let whole = Duration::minutes(minutes).num_milliseconds();
    // 0..=65535 onto 80 %..=120 %.
    Duration::milliseconds(whole * 4 / 5 + whole * 2 / 5 * i64::from(u16::from_le_bytes(dice)) / i64::from(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e06_pauses_grow_and_scatter_by_a_fifth() {
        for (attempt, minutes) in [(1, 1), (2, 5), (3, 30), (4, 120), (5, 240), (40, 240)] {
            let usual = Duration::minutes(minutes);
            assert_eq!(back_off(attempt, [0, 0]), usual * 4 / 5);
            assert_eq!(back_off(attempt, [255, 255]), usual * 6 / 5);
            let middle = back_off(attempt, [0, 128]);
            assert!(usual * 99 / 100 < middle && middle < usual * 101 / 100);
        }
        // Greylisting: whatever the dice say, the first attempt five minutes or more later is the third at the latest.
        assert!(back_off(1, [0, 0]) + back_off(2, [0, 0]) + back_off(3, [0, 0]) >= Duration::minutes(5));
    }
}
