//! Every limit of this noun, each tested at the limit and one beyond.

use chrono::Duration;

/// Sign-in letters one address can cause in an hour; what is asked beyond is answered the same and sends nothing.
pub const SIGN_IN_LETTERS_PER_HOUR: i64 = 5;
/// How long a sign-in link and code are good (bar A2: at most ten minutes).
pub const SIGN_IN_LIFE: Duration = Duration::minutes(10);
/// Wrong codes after which a sign-in is burnt.
pub const CODE_ATTEMPTS: i32 = 5;
/// A member's session ends for good after (bar A5) …
pub const SESSION_LIFE: Duration = Duration::days(30);
/// … or when it was not used for.
pub const SESSION_IDLE: Duration = Duration::days(14);
/// The session of stewards, owners and operators ends for good after …
pub const STAFF_SESSION_LIFE: Duration = Duration::hours(12);
/// … or when it was not used for.
pub const STAFF_SESSION_IDLE: Duration = Duration::minutes(30);
/// A session's last use is written down at most once in this time.
pub const SEEN_EVERY: Duration = Duration::minutes(1);
/// Used and expired sign-ins are swept away after.
pub const SIGN_IN_KEPT: Duration = Duration::days(7);
/// Ended sessions are swept away after.
pub const SESSION_KEPT: Duration = Duration::days(30);
/// The stewards are told of somebody who waits at most once in this time, however often they apply.
pub const ANNOUNCED_EVERY: Duration = Duration::days(1);
/// Longest name, characters.
pub const NAME: usize = 60;
/// Longest text about oneself, characters.
pub const ABOUT: usize = 500;
/// Longest name of a town, characters.
pub const TOWN: usize = 80;
/// Longest reason of a suspension or a change of standing, characters.
pub const REASON: usize = 500;
/// Founders one launch can name, the owner included.
pub const FOUNDERS: usize = 100;
/// Rows of one import batch.
pub const IMPORT_BATCH: usize = 1_000;
