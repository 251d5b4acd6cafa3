//! Limits that hold in every community, so that nobody's letter box is flooded.

use chrono::Duration;

/// Requests one applicant can make in a day, whatever became of them: taking one back makes no room for another letter.
pub const ASKED_A_DAY: i64 = 20;
/// The same person is asked by the same applicant at most once in this time, by whichever way (again at once only where the
/// first request brought a word).
pub const ASKED_AGAIN_AFTER: Duration = Duration::days(7);
/// Whoever said no is not asked by the same person again for so long. Nobody is told: the request is simply not brought to
/// them.
pub const QUIET_AFTER_NO: Duration = Duration::days(90);
/// Members whom a list puts in order by how well its reader is linked to them; whoever is linked less comes after them.
pub const CLOSEST: usize = 2_000;
