//! How long a listing's texts may be, in characters, and the times of its life. Tested at the limit and one beyond.

use chrono::Duration;

/// The shortest title that says something.
pub const TITLE_LEAST: usize = 3;
/// The longest title.
pub const TITLE_MOST: usize = 120;
/// The longest text.
pub const BODY_MOST: usize = 4_000;
/// The longest name of a town.
pub const TOWN_MOST: usize = 80;
/// The longest word of thanks.
pub const THANKS_MOST: usize = 500;
/// The longest reason for closing by office.
pub const REASON_MOST: usize = 500;
/// Listings one member may publish in any 24 hours.
pub const LISTINGS_A_DAY: i64 = 20;
/// How much of the text a list shows.
pub const EXCERPT: i32 = 240;
/// Listings that are looked up one by one: a search of which some word, or the town, holds for no more than these begins with them; any
/// other walks the newest first, and finds what is common soon.
pub const FEW_LISTINGS: i64 = 1_000;
/// Words looked for at once; the rest of a longer search is left aside.
pub const SEARCH_WORDS: usize = 8;
/// Days before the end on which the author is warned (Komunitin, hOurworld).
pub const WARNING_DAYS: [u8; 2] = [7, 1];

/// A listing can be renewed from this long before its end; earlier there is nothing to renew.
pub fn renewable_before_end() -> Duration {
    Duration::days(14)
}
