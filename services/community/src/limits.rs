//! Every limit of this noun, each tested at the limit and one beyond. The forms of the HTML door read them too.

use chrono::Duration;

/// Longest name of a community, characters.
pub const NAME: usize = 80;
/// Longest line under the name, characters.
pub const TAGLINE: usize = 200;
/// Longest welcome, characters.
pub const WELCOME: usize = 2_000;
/// Longest charter, characters.
pub const CHARTER: usize = 20_000;
/// Longest name of an organisation, characters.
pub const ORGANISATION: usize = 200;
/// Longest postal address, characters.
pub const POSTAL_ADDRESS: usize = 300;
/// Longest short name, characters.
pub const SLUG: usize = 40;
/// Longest name of a preset, characters.
pub const PRESET: usize = 60;
/// Categories of listings.
pub const CATEGORIES: usize = 30;
/// Longest name of a category, characters.
pub const CATEGORY: usize = 40;
/// Longest title of a bulletin, characters.
pub const BULLETIN_TITLE: usize = 120;
/// Longest bulletin, characters.
pub const BULLETIN_BODY: usize = 8_000;
/// Days a listing may live.
pub const LISTING_DAYS: std::ops::RangeInclusive<i32> = 7..=365;
/// Host names of a community's own, those that wait for the operator included.
pub const HOSTS: usize = 10;
/// Longest name of a platform token, characters.
pub const TOKEN_NAME: usize = 80;
/// What one person is denied of one kind is one entry of the journal, and a count, for so long.
pub const DENIALS_COUNTED_FOR: Duration = Duration::minutes(15);
/// Communities one account may launch in any 24 hours.
pub const LAUNCHES_A_DAY: i64 = 3;
