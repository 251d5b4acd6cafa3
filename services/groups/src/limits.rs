//! How many, and how long.

use chrono::Duration;

/// Characters of a group's name.
pub const NAME: usize = 60;
/// Characters of what it is for.
pub const PURPOSE: usize = 300;
/// Characters of a reason.
pub const REASON: usize = 500;
/// Members of a group, those who wait to be let in included: whoever closes it tells all of them at once.
pub const MEMBERS: i64 = 500;
/// Groups of one member, those they have asked to join included: they stand on one page and in one question.
pub const GROUPS_EACH: i64 = 30;
/// Those who wait to be let in, or to be granted, as one page shows them.
pub const WAITING_SHOWN: i64 = 100;
/// Those who could keep a group, as one page shows them.
pub const HEIRS_SHOWN: i64 = 30;
/// Characters of a name that is looked for.
pub const SOUGHT: usize = 80;

/// For how long whoever was put out of a group cannot ask to join it.
pub fn put_out() -> Duration {
    Duration::days(30)
}

/// How long whoever is asked to keep a group has to answer.
pub fn offered() -> Duration {
    Duration::days(14)
}
