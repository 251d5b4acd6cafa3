//! How long a listing's texts may be, in characters, and the times of its life. Tested at the limit and one beyond.

use chrono::Duration;
use kernel::Timestamp;

/// The shortest title that says something.
pub const TITLE_LEAST: usize = 3;
/// The longest title.
pub const TITLE_MOST: usize = 120;
/// The longest text.
pub const BODY_MOST: usize = 4_000;
/// The longest name of a town.
pub const TOWN_MOST: usize = 80;
/// The longest street with its number.
pub const STREET_MOST: usize = 120;
/// The longest word of thanks.
pub const THANKS_MOST: usize = 500;
/// The longest reason for closing by office.
pub const REASON_MOST: usize = 500;
/// Listings one member may publish in any 24 hours.
pub const LISTINGS_A_DAY: i64 = 20;
/// Requests somebody who waits may begin in any 24 hours: each calls the team.
pub const GUEST_REQUESTS_A_DAY: i64 = 3;
/// Searches one member keeps at the most.
pub const SEARCHES_KEPT: i64 = 20;
/// The longest name of a kept search.
pub const SEARCH_NAME_MOST: usize = 60;
/// The longest text that is looked for in a kept search.
pub const SEARCH_TEXT_MOST: usize = 120;
/// Drafts one member keeps at the most.
pub const DRAFTS_KEPT: i64 = 10;
/// The longest number, day or moment that is kept in a draft as it was typed, and the longest name of its category.
pub const DRAFT_WORD_MOST: usize = 40;
/// Words of the community that are looked through for one that is almost written like what was typed.
pub const WORDS_LOOKED_THROUGH: i64 = 2_000;
/// The newest listings of a word that are asked whether its reader may be shown one.
pub const NEWEST_OF_A_WORD: i64 = 200;
/// How much of the text a list shows.
pub const EXCERPT: i32 = 240;
/// Listings that are looked up one by one: by ties, on a map, of what is over; and a search without a circle of which one thing holds for no more
/// than these asks for nothing that is more common.
pub const FEW_LISTINGS: i64 = 1_000;
/// Listings of one group, the newest, of which the nearest, the best linked, or those on a map are looked for.
pub const GROUP_LISTINGS: i64 = 2_000;
/// The nearest first: what holds for no more listings than these is measured one by one; of what is more common, towns are gone through.
pub const MEASURED_LISTINGS: i64 = 6_000;
/// The newest first, of all and within a circle: the newest of what holds for no more listings than these are gone through. What is more common
/// still is soon found among the newest of all.
pub const WALKED_LISTINGS: i64 = 20_000;
/// Words looked for at once; the rest of a longer search is left aside.
pub const SEARCH_WORDS: usize = 8;
/// Authors whose listings are looked up at once, where a list goes by how well its reader is linked to them: with those linked alike.
pub const AUTHORS_AT_ONCE: usize = 200;
/// Listings looked up by their ids at once: the longest page, and the row that tells of the next.
pub const ROWS_AT_ONCE: usize = kernel::page::MAX_PAGE as usize + 1;
/// The widest circle, kilometres: half the globe, so that it leaves nothing out.
pub const FURTHEST_KILOMETRES: u32 = 20_016;
/// Of several towns of one name, the one that is meant by who lives no further away than so many kilometres.
pub const NEIGHBOURHOOD_KILOMETRES: f64 = 300.0;
/// Listings that are looked at for a map, the newest first where they are taken from all; beyond that it says that it shows a part.
pub const MAP_LISTINGS: i64 = 20_000;
/// Spots of a map at the most; beyond that towns are grouped.
pub const MAP_SPOTS: usize = 2_000;
/// The newest listings that a spot of a map names.
pub const SPOT_NEWEST: usize = 3;
/// Listings without a place that are looked at in one step.
pub const PLACED_AT_ONCE: i64 = 200;
/// Listings whose meaning is read in one step.
pub const MEANINGS_AT_ONCE: i64 = 200;
/// The newest listings looked at for each thing that a listing is about.
pub const NEWEST_OF_A_TERM: i64 = 200;
/// Things a listing is about that are looked for, the weightiest first.
pub const TERMS_SOUGHT: usize = 40;
/// Listings that are weighed one by one, those that have most in common.
pub const WEIGHED: i64 = 80;
/// Requests one member may mark as urgent within [`urgent_window`].
pub const URGENT_EACH: i64 = 2;
/// Members whom one urgent request asks by letter, in all.
pub const ASKED_FOR_ONE: i64 = 10;
/// How far from whoever offers help, kilometres, an urgent request may be for a letter to ask them; where one of the two places is not
/// known, it may.
pub const URGENT_KILOMETRES: f64 = 30.0;
/// New counterparts of which one member is told at once in any seven days; others are on the page and in the digest.
pub const MATCHES_TOLD_A_WEEK: i64 = 5;
/// The same for whoever has received nothing lately, where a community is fair.
pub const MATCHES_TOLD_A_WEEK_FIRST: i64 = 8;
/// People suggested for a request that nobody answers.
pub const HELPERS_SUGGESTED: i64 = 3;
/// Photos of one listing.
pub const PHOTOS_EACH: i64 = 6;
/// Photos of one member, of all their listings (bar U1).
pub const PHOTOS_A_MEMBER: i64 = 500;
/// What the files of one member's photos may weigh, in bytes (bar U1).
pub const PHOTO_BYTES_A_MEMBER: i64 = 200 * 1024 * 1024;
/// The longest description of a photo.
pub const PHOTO_DESCRIPTION_MOST: usize = 200;
/// Seconds for which the address of a photo holds at the most (bar U4).
pub const PHOTO_ADDRESS_SECONDS: i64 = 300;
/// Days before the end on which the author is warned (Komunitin, hOurworld).
pub const WARNING_DAYS: [u8; 2] = [7, 1];

/// A request to which nobody has written for so long reaches the team.
pub fn unanswered_after() -> Duration {
    Duration::hours(48)
}

/// The time within which urgent requests of one member, and letters to one member because of such, are counted.
pub fn urgent_window() -> Duration {
    Duration::days(7)
}

/// What came to the team first is shown to everybody after so long, where its author chose that.
pub fn shown_to_all_after() -> Duration {
    Duration::hours(48)
}

/// Requests of so long are counted when it is said how long people wait for a first answer.
pub fn answers_counted() -> Duration {
    Duration::days(90)
}

/// Answered requests from which on it is told to those who ask how long people wait: of fewer it says nothing, and of whom too much.
pub const ANSWERS_ENOUGH: i64 = 5;

/// How long a photo waits for its listing to be published, or for its draft to be kept.
pub fn photo_draft_kept() -> Duration {
    Duration::hours(24)
}

/// How long a draft is kept, counted from when it was kept last; `privacy::retention` sweeps by the same.
pub fn draft_kept() -> Duration {
    Duration::days(30)
}

/// How long "not interested" makes listings of the same category weigh less.
pub fn dislike_remembered() -> Duration {
    Duration::days(180)
}

/// A listing can be renewed from this long before its end; earlier there is nothing to renew.
pub fn renewable_before_end() -> Duration {
    Duration::days(14)
}

/// Where a community is fair: things received within so long count.
pub fn fair_window() -> Duration {
    Duration::days(30)
}

/// Where a community is fair: for so long whoever received many lets others answer a new offer of a thing.
pub fn fair_delay() -> Duration {
    Duration::hours(FAIR_DELAY_HOURS)
}

/// Hours of [`fair_delay`].
pub const FAIR_DELAY_HOURS: i64 = 12;

/// How many things a listing may be about.
pub const QUANTITY: std::ops::RangeInclusive<i16> = 1..=999;
/// Days for which a thing may be lent.
pub const LOAN_DAYS: std::ops::RangeInclusive<i16> = 1..=365;
/// Seats an outing may have.
pub const SEATS: std::ops::RangeInclusive<i16> = 1..=999;
/// How many days ahead a date of a listing may be: further away somebody mistook the year.
pub const DAYS_AHEAD: i64 = 366;
/// People who come to one outing or wait for a seat, at the most: each gets its letters.
pub const COMERS: i64 = 1_000;
/// Outings in one calendar.
pub const CALENDAR: i64 = 200;

/// An outing that does not say when it ends is over so long after its beginning.
pub fn outing_without_end() -> Duration {
    Duration::hours(3)
}

/// The longest outing.
pub fn longest_outing() -> Duration {
    Duration::days(31)
}

/// Whoever comes is reminded so long before the beginning.
pub fn outing_reminder() -> Duration {
    Duration::hours(24)
}

/// What is changed within so long is told once, and by letter as long again after it: whoever corrects a slip does not write to everybody twice.
pub fn told_together() -> Duration {
    Duration::minutes(10)
}

/// The number of the moments in which changes are told together: those of ten minutes have one.
pub fn span(now: Timestamp) -> i64 {
    now.timestamp().div_euclid(told_together().num_seconds())
}

/// So shortly before an outing a change of it is told at once.
pub fn outing_at_once() -> Duration {
    Duration::hours(1)
}

/// After a no, the same proxy asks the same member to be asked for, or hands over to them, no sooner than after so long.
pub fn mandate_no_holds() -> Duration {
    Duration::days(30)
}

/// A calendar shows an outing until so long after its beginning.
pub fn calendar_remembers() -> Duration {
    Duration::days(30)
}
