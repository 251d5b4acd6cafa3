//! A member's outings as their calendar shows them: on a page, as a file of one, and below an address that calendar programs ask by
//! themselves.
//!
//! Invariants
//! - Whoever has the address reads the calendar, without signing in: it holds a token that is derived by the installation's seal
//!   (decision 3), of which only the hash is stored. A new address makes the old one worthless at once; so does deleting it, and
//!   signing out everywhere, in whichever community that is done. None of them holds a second time.
//! - It shows what the member sees: outings of people who are inside, to which they come, for which they wait in line, or their own. Whose
//!   member is not inside any more is absent, like one that never was.

use crate::outing::Attendance;
use crate::{ExchangeError, limits, store};
use database::Db;
use kernel::{Act, Caller, CommunityId, Deed, ListingId, MemberId, Seal, Timestamp, TokenHash};

const PURPOSE: &str = "calendar-feed";

/// An outing in somebody's calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEntry {
    /// Its listing.
    pub listing: ListingId,
    /// Its title.
    pub title: String,
    /// Its whole text.
    pub body: String,
    /// Where; may be empty.
    pub town: String,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends, or is taken to end where it does not say so ([`limits::outing_without_end`]).
    pub ends_at: Timestamp,
    /// Whether it was called off.
    pub called_off: bool,
    /// Whether the member comes; nothing where it is their own.
    pub mine: Option<Attendance>,
    /// Grows with every change that those who come have to know of.
    pub revision: i32,
    /// When it was last changed.
    pub changed_at: Timestamp,
}

/// The address below which a member's calendar is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedAddress {
    /// The secret in it.
    pub token: String,
    /// Since when it holds.
    pub made_at: Timestamp,
}

/// The caller's outings, the next first: those to come, and for a month those that were.
pub async fn my_outings(db: &Db, caller: &Caller) -> Result<Vec<CalendarEntry>, ExchangeError> {
    let me = caller.must_as_member(Act::JoinOutings)?;
    let mut tx = db.begin(caller).await?;
    let since = tx.now() - limits::calendar_remembers();
    let found = store::calendar::of_member(&mut tx, me.member, since).await?;
    tx.commit().await?;
    Ok(found)
}

/// One outing for a calendar; nothing of what is no outing with a date, or is shown to nobody.
pub async fn outing(db: &Db, caller: &Caller, listing: ListingId) -> Result<Option<CalendarEntry>, ExchangeError> {
    let me = caller.must_as_member(Act::JoinOutings)?;
    let mut tx = db.begin(caller).await?;
    let found = store::calendar::one(&mut tx, listing, me.member).await?;
    tx.commit().await?;
    Ok(found)
}

/// The caller's address, if they have made one.
pub async fn feed_address(db: &Db, caller: &Caller) -> Result<Option<FeedAddress>, ExchangeError> {
    let me = caller.must_as_member(Act::JoinOutings)?;
    let mut tx = db.begin(caller).await?;
    let found = store::calendar::feed(&mut tx, me.member).await?;
    tx.commit().await?;
    let address =
        |(number, made_at)| FeedAddress { token: token(db.seal(), caller.community, me.member, number), made_at };
    Ok(found.map(address))
}

/// Makes the caller a new address; the one they had is worthless from now on.
pub async fn renew_feed(db: &Db, caller: &Caller) -> Result<FeedAddress, ExchangeError> {
    let me = caller.must_as_member(Act::JoinOutings)?;
    db.count(caller, Deed::SignUp, None).await?;
    let mut tx = db.begin(caller).await?;
    let number = store::calendar::next_number(&mut tx, me.member).await?;
    let token = token(db.seal(), caller.community, me.member, number);
    let made_at = store::calendar::keep(&mut tx, me.member, number, TokenHash::of(PURPOSE, &token)).await?;
    tx.commit().await?;
    Ok(FeedAddress { token, made_at })
}

/// Lets the caller have no address any more: whoever knows the one they had reads nothing. Repeating it changes nothing.
pub async fn delete_feed(db: &Db, caller: &Caller) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::JoinOutings)?;
    let mut tx = db.begin(caller).await?;
    store::calendar::delete(&mut tx, me.member).await?;
    Ok(tx.commit().await?)
}

/// The calendar behind a token. Needs the token and nothing else; changes nothing.
///
/// # Errors
/// `NotFound` for a token that holds no (more), and for one of somebody who is not inside any more.
pub async fn feed(db: &Db, community: CommunityId, token: &str) -> Result<Vec<CalendarEntry>, ExchangeError> {
    let mut tx = db.begin(community).await?;
    let member = store::calendar::member_of(&mut tx, TokenHash::of(PURPOSE, token)).await?;
    let member = member.ok_or(ExchangeError::NotFound)?;
    tx.read_for(member).await?;
    let since = tx.now() - limits::calendar_remembers();
    let found = store::calendar::of_member(&mut tx, member, since).await?;
    tx.commit().await?;
    Ok(found)
}

/// The community is sealed in, because ids are made by clients and one id may exist in two communities.
fn token(seal: &Seal, community: CommunityId, member: MemberId, number: i32) -> String {
    seal.mark(PURPOSE, &format!("{community}:{member}:{number}"))
}
