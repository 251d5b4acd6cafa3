//! Whoever vouches answers for it, by degrees: a warning, a pause, a smaller allowance, a strike. Never an exclusion, and nothing without
//! a reason, a day and an appeal (design: trust, section 3).

mod give_measure;
mod lift_measure;
mod measure_over;
mod strikes;

pub use give_measure::{GiveMeasure, give_measure};
pub use lift_measure::{LiftMeasure, lift_measure};
pub use measure_over::measure_over;

pub(crate) use lift_measure::lift;
pub(crate) use strikes::{look_at_what_came_meanwhile, strike_sponsors, take_back};

use crate::words::Degree;
use chrono::Duration;
use kernel::{DepartureId, MeasureId, MemberId, Timestamp};

/// How long a pause lasts.
pub const PAUSE: Duration = Duration::days(90);

/// How long an allowance is halved, by a measure or by a strike; as the engine counts strikes.
pub const YEAR: Duration = Duration::days(365);

/// A second strike within this time is looked at by people.
pub const TWO_STRIKES: Duration = Duration::days(730);

/// A measure as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Measure {
    pub(crate) id: MeasureId,
    pub(crate) member: MemberId,
    pub(crate) degree: Degree,
    pub(crate) departure: Option<DepartureId>,
    pub(crate) reason: String,
    pub(crate) given_by: Option<MemberId>,
    pub(crate) until_at: Option<Timestamp>,
}

impl Degree {
    /// When a measure of this degree, taken at `now`, is over.
    pub(crate) fn until(self, now: Timestamp) -> Option<Timestamp> {
        match self {
            Self::Warning => None,
            Self::Pause => Some(now + PAUSE),
            Self::Smaller | Self::Strike => Some(now + YEAR),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strike_lasts_as_long_as_the_engine_counts_it() {
        let policy = trust::AdmissionPolicy::default();
        assert_eq!(YEAR.num_days(), i64::from(policy.strike_days));
        assert_eq!(TWO_STRIKES.num_days(), i64::from(policy.two_strikes_days));
    }
}
