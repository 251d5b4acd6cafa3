//! Every limit of this noun.

use chrono::Duration;

/// A copy can be fetched for so long (bar P2: at most seven days).
pub const COPY_KEPT: Duration = Duration::days(7);
/// Between the wish and the erasure: what goes with somebody's leaving is tidied up meanwhile (bar P3: at most a day).
pub const ERASURE_AFTER: Duration = Duration::hours(1);
