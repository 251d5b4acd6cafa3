//! The end of a listing, and the two warnings before it. For the jobs of [`crate::jobs`].

use crate::{Direction, ExchangeError, ExpireListing, ListingExpiring, State, store};
use database::Db;
use kernel::{Act, Caller, ListingId, MemberId, Timestamp};
use notice::{Kind as NoticeKind, Tell};

/// What the letter to the author needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expiring {
    /// The listing.
    pub listing: ListingId,
    /// Its author.
    pub author: MemberId,
    /// Its title.
    pub title: String,
    /// Which way it goes.
    pub direction: Direction,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// Tells the author in their notifications that the listing ends soon, and hands out what a letter needs. Nothing when
/// the warning is not needed: closed, renewed, already warned, author gone. The job calls [`warned`] once its letter
/// has left (or is not wished), so that a letter that failed is tried again.
pub async fn warn(db: &Db, caller: &Caller, job: &ListingExpiring) -> Result<Option<Expiring>, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let Some(held) = store::one::hold_expiring(&mut tx, job.listing).await? else { return Ok(None) };
    let needed = held.state == State::Open
        && held.expires_at == job.expires_at
        && held.expires_at > tx.now()
        && held.warned_for.is_none_or(|warned| warned < job.due_at());
    if !needed {
        return Ok(None);
    }
    let meaning = format!("listing-expiring:{}:{}", job.listing, job.due_at().timestamp_micros());
    let told =
        Tell::new(held.author, NoticeKind::ListingExpiring, meaning).about_listing(job.listing, held.title.as_str());
    notice::tell_tx(&mut tx, told).await?;
    tx.commit().await?;
    Ok(Some(Expiring {
        listing: job.listing,
        author: held.author,
        title: held.title,
        direction: held.direction,
        expires_at: held.expires_at,
    }))
}

/// Notes that the author has been warned; a repeated job does nothing then.
pub async fn warned(db: &Db, caller: &Caller, job: &ListingExpiring) -> Result<(), ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    store::write::warned(&mut tx, job.listing, job.expires_at, job.due_at()).await?;
    Ok(tx.commit().await?)
}

/// Ends the listing if its time is over, and tells its author. False when that is not needed: closed or renewed meanwhile.
pub async fn expire(db: &Db, caller: &Caller, job: &ExpireListing) -> Result<bool, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let Some((author, title, state)) = store::write::expire(&mut tx, job.listing, job.expires_at).await? else {
        return Ok(false);
    };
    // An outing is over as its author said: nothing to renew, and nothing to tell.
    if store::extent::of(&mut tx, job.listing).await?.extent.outing.is_some() {
        tx.commit().await?;
        return Ok(true);
    }
    let meaning = format!("listing-expired:{}:{}", job.listing, job.expires_at.timestamp_micros());
    let kind = if state == State::Declined { NoticeKind::MandateEnded } else { NoticeKind::ListingExpired };
    let told = Tell::new(author, kind, meaning).about_listing(job.listing, title);
    notice::tell_tx(&mut tx, told).await?;
    tx.commit().await?;
    Ok(true)
}
