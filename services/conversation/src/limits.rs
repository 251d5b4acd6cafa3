//! How long messages may be and how long a letter waits.

use chrono::Duration;

/// The longest message, in characters.
pub const BODY_MOST: usize = 4_000;
/// Conversations one member may begin in any 24 hours.
pub const CONVERSATIONS_A_DAY: i64 = 30;
/// Messages one member may write in any 24 hours.
pub const MESSAGES_A_DAY: i64 = 300;
/// How much of the last message the inbox shows, in characters.
pub const PREVIEW: i32 = 160;
/// Messages that one letter shows; what comes after is told by the next.
pub const LETTER_MESSAGES: i64 = 20;

/// A letter waits this long after the first unread message (Couchers): most are read before.
pub fn letter_grace() -> Duration {
    Duration::minutes(5)
}
