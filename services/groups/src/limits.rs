//! How many, and how long.

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
