//! Every limit of this noun, each tested at the limit and one beyond.

use chrono::Duration;

/// Letters to an address are counted over so long (see [`crate::allowance`] for the whole table).
pub const LETTERS_WINDOW: Duration = Duration::hours(1);
/// Sign-in letters one browser can cause to one address; what is asked beyond is answered the same and sends nothing.
pub const SIGN_IN_LETTERS_A_BROWSER: i64 = 5;
/// Sign-in letters that strangers of one network can cause to one address.
pub const SIGN_IN_LETTERS_A_NETWORK: i64 = 5;
/// Sign-in letters that all strangers together can cause to one address, over all communities.
pub const SIGN_IN_LETTERS_TO_AN_ADDRESS: i64 = 15;
/// Beyond these, one letter that all who ask share leaves in so long, from each community whose member the address is. Half of
/// [`SIGN_IN_LIFE`]: whoever asks finds one that is good for as long again.
pub const SHARED_LETTER_EVERY: Duration = Duration::minutes(5);
/// Letters to one address, sign-in letters left aside, after which another one waits.
pub const LETTERS_TO_AN_ADDRESS: usize = 5;
/// How long a sign-in link and code are good (bar A2: at most ten minutes).
pub const SIGN_IN_LIFE: Duration = Duration::minutes(10);
/// The cookie that binds a letter to its browser lives longer, so that whoever comes late is told "too old" and not "another browser".
pub const SIGN_IN_COOKIE: Duration = Duration::hours(1);
/// The cookie of a browser in which somebody has signed in: as long as browsers keep one at the most.
pub const DEVICE_COOKIE: Duration = Duration::days(400);
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
/// Somebody who signed in within this time need not do it again to change how they get in (bar A10).
pub const FRESH: Duration = Duration::minutes(30);
/// A second factor that was shown counts for so long (bar A3): as long as a steward's session lives unused.
pub const PROOF: Duration = Duration::minutes(30);
/// A second factor that was begun is confirmed within this time, or begun anew.
pub const ENROLMENT_LIFE: Duration = Duration::hours(1);
/// A passkey's challenge is answered within this time.
pub const CHALLENGE_LIFE: Duration = Duration::minutes(5);
/// Challenges are swept away this long after they could be answered.
pub const CHALLENGE_KEPT: Duration = Duration::hours(1);
/// Passkeys somebody can have.
pub const PASSKEYS: usize = 20;
/// Longest name of a passkey, characters.
pub const PASSKEY_NAME: usize = 60;
/// Recovery codes somebody has.
pub const RECOVERY_CODES: usize = 10;
/// "This was not me" takes a change back for so long (bar A10).
pub const UNDO_LIFE: Duration = Duration::hours(72);
/// Changes of accounts that nobody can take back any more are swept away after.
pub const CHANGE_KEPT: Duration = Duration::days(30);
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
/// A dead address is tried again by a sign-in letter after.
pub const DEAD_ADDRESS_REST: Duration = Duration::days(7);
/// Refusals without a reason, each within [`DOUBT_KEPT`] of the one before, after which an address is dead (bar E9).
pub const DOUBTS: i32 = 4;
/// Refusals without a reason are forgotten after.
pub const DOUBT_KEPT: Duration = Duration::days(30);
/// Letters and complaints are counted over so long (bar E9): as long as mail servers remember.
pub const COMPLAINT_WINDOW: Duration = Duration::days(30);
/// Complaints of as many people are needed before they say anything of a community.
pub const COMPLAINTS_HEEDED: i64 = 3;
/// One complaint in so many letters is too many; three in as many, and the letters wait.
pub const COMPLAINT_ALARM: i64 = 1_000;
/// Letters sent within the window before a community's letters are made to wait.
pub const LETTERS_JUDGED: i64 = 300;
/// A letter that waits because of complaints looks again after so long whether it may go.
pub const HELD_LETTERS_LOOK: Duration = Duration::hours(1);
/// Longest note of why an address is suppressed, characters.
pub const DIAGNOSTIC: usize = 300;
/// Founders one launch can name, the owner included.
pub const FOUNDERS: usize = 100;
/// Rows of one import batch.
pub const IMPORT_BATCH: usize = 1_000;
