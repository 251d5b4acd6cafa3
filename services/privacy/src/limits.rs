//! Every limit of this noun.

use chrono::{Duration, Months};
use std::ops::RangeInclusive;

/// A copy can be fetched for so long (bar P2: at most seven days).
pub const COPY_KEPT: Duration = Duration::days(7);
/// Between the wish and the erasure: what goes with somebody's leaving is tidied up meanwhile (bar P3: at most a day).
pub const ERASURE_AFTER: Duration = Duration::hours(1);
/// Between the wish that a community be removed and its removal: everybody can take a copy of what is theirs, and an owner can
/// call it off (bar T13).
pub const REMOVAL_AFTER: Duration = Duration::days(30);
/// Members are told of it by letter so long after the wish: a wish that was a mistake frightens nobody.
pub const REMOVAL_TOLD_AFTER: Duration = Duration::days(1);
/// Owners are told once more so long before it.
pub const REMOVAL_SOON: Duration = Duration::days(7);
/// Whoever was not here for so long is told (bar P4).
pub const IDLE_TOLD_AFTER: Months = Months::new(23);
/// And is erased after so long.
pub const IDLE_ERASED_AFTER: Months = Months::new(24);
/// But never sooner than so long after they were told.
pub const IDLE_NOTICE: Duration = Duration::days(28);
/// The hours, in UTC, at which it is looked at.
pub const NIGHT: RangeInclusive<u32> = 3..=5;
