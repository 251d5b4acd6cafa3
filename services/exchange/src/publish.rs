//! Publishing a listing.

use crate::{Direction, Draft, ExchangeError, jobs, limits, near, rules, store};
use database::Db;
use kernel::{Act, Caller, Deed, ListingId, Timestamp};

/// A new listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publish {
    /// Made by the client, so that sending twice publishes once.
    pub id: ListingId,
    /// What the author typed and chose.
    pub draft: Draft,
}

/// It is published (now, or when the same command came first).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// The listing.
    pub listing: ListingId,
    /// Until when it is shown.
    pub expires_at: Timestamp,
}

/// Publishes a listing of the caller's. Repeating it changes nothing and answers the same.
///
/// # Errors
/// What is wrong with the draft; `EnoughToday`, and `TooOften` before that.
pub async fn publish(db: &Db, caller: &Caller, cmd: Publish) -> Result<Published, ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    db.count(caller, Deed::Publish, None).await?;
    let mut tx = db.begin(caller.community).await?;
    let rules = rules::rules(&mut tx).await?;
    let checked = cmd.draft.check(&rules)?;
    let home = store::places::of_member(&mut tx, me.member).await?.home;
    let place = near::place_of_listing(&checked.town, home.as_ref());
    let expires_at = tx.now() + chrono::Duration::days(i64::from(rules.listing_days));
    // A member publishes one listing at a time, so that the day's count is right however many are sent at once.
    store::write::lock_author(&mut tx, me.member).await?;
    let new = store::write::New { id: cmd.id, author: me.member, language: caller.language, expires_at, place };
    if let Some(expires_at) = store::write::insert(&mut tx, &new, &checked).await? {
        let a_day_ago = tx.now() - chrono::Duration::days(1);
        if store::write::published_since(&mut tx, me.member, a_day_ago).await? > limits::LISTINGS_A_DAY {
            return Err(ExchangeError::EnoughToday);
        }
        store::photos::attach(&mut tx, me.member, cmd.id).await?;
        jobs::schedule(&mut tx, cmd.id, expires_at).await?;
        jobs::seek_matches(&mut tx, cmd.id).await?;
        if checked.direction == Direction::Request {
            jobs::watch(&mut tx, cmd.id).await?;
        }
        tx.commit().await?;
        return Ok(Published { listing: cmd.id, expires_at });
    }
    match store::write::hold(&mut tx, cmd.id).await? {
        Some(held) if held.author == me.member => Ok(Published { listing: cmd.id, expires_at: held.expires_at }),
        _ => Err(ExchangeError::IdTaken),
    }
}
