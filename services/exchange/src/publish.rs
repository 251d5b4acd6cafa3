//! Publishing a listing.

use crate::{Direction, Draft, ExchangeError, audience, jobs, limits, near, rules, store, urgency};
use database::{CommunityTx, DatabaseError, Db};
use kernel::{Act, Caller, Deed, ListingId, Me, Timestamp};

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
/// What is wrong with the draft; `EnoughToday`, and `TooOften` before that; `URGENT_ENOUGH` where too many were urgent lately.
pub async fn publish(db: &Db, caller: &Caller, cmd: Publish) -> Result<Published, ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    db.count(caller, Deed::Publish, None).await?;
    let mut tx = db.begin(caller).await?;
    let written = write(&mut tx, caller, &me, &cmd).await?;
    if !written.repeated {
        announce(&mut tx, &written).await?;
        tx.commit().await?;
    }
    Ok(written.published)
}

/// A listing as it was written, or had been before.
pub(crate) struct Written {
    pub published: Published,
    pub direction: Direction,
    /// The same command came before: there is nothing more to do.
    pub repeated: bool,
}

/// Checks and writes it, open; nobody is told yet.
pub(crate) async fn write(
    tx: &mut CommunityTx,
    caller: &Caller,
    me: &Me,
    cmd: &Publish,
) -> Result<Written, ExchangeError> {
    let rules = rules::rules(tx).await?;
    let checked = cmd.draft.check(&rules, None)?;
    let home = store::places::of_member(tx, me.member).await?.home;
    let place = near::place_of_listing(&checked.town, home.map(|home| home.town).as_ref());
    let expires_at = checked.extent.end(&rules);
    // A member publishes one listing at a time, so that the day's count is right however many are sent at once.
    store::write::lock_author(tx, me.member).await?;
    let new = store::write::New { id: cmd.id, author: me.member, language: caller.language, expires_at, place };
    let written = |expires_at, repeated| Written {
        published: Published { listing: cmd.id, expires_at },
        direction: checked.direction,
        repeated,
    };
    if let Some(group) = checked.group
        && !groups::views::is_in_tx(tx, group, me.member).await?
    {
        // Whoever sent it twice, and left the group in between, has published it.
        let held = store::write::hold(tx, cmd.id).await?.filter(|held| held.author == me.member);
        let not_yours = ExchangeError::of_field("audience", "AUDIENCE_GROUP_NOT_YOURS");
        return held.map(|held| written(held.expires_at, true)).ok_or(not_yours);
    }
    if let Some(expires_at) = store::write::insert(tx, &new, &checked).await? {
        let a_day_ago = tx.now() - chrono::Duration::days(1);
        if store::write::published_since(tx, me.member, a_day_ago).await? > limits::LISTINGS_A_DAY {
            return Err(ExchangeError::EnoughToday);
        }
        store::extent::save(tx, cmd.id, &checked.extent).await?;
        if let Some(urgency) = checked.urgency {
            urgency::mark_tx(tx, me.member, cmd.id, urgency::until(urgency, &rules)).await?;
        }
        store::photos::attach(tx, me.member, cmd.id).await?;
        // Under the author's lock: whoever keeps it once more after this finds the listing.
        store::saved_draft::delete(tx, me.member, cmd.id).await?;
        return Ok(written(expires_at, false));
    }
    match store::write::hold(tx, cmd.id).await? {
        Some(held) if held.author == me.member => Ok(written(held.expires_at, true)),
        _ => Err(ExchangeError::IdTaken),
    }
}

/// What follows of a new listing that others may read.
pub(crate) async fn announce(tx: &mut CommunityTx, written: &Written) -> Result<(), DatabaseError> {
    let Published { listing, expires_at } = written.published;
    let extent = store::extent::of(tx, listing).await?.extent;
    jobs::schedule(tx, listing, expires_at, &extent).await?;
    audience::promise_tx(tx, listing).await?;
    jobs::seek_matches(tx, listing).await?;
    jobs::compare_searches(tx, listing).await?;
    if written.direction == Direction::Request {
        jobs::watch(tx, listing).await?;
    }
    Ok(())
}
