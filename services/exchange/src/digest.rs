//! What is new for one member: the listings of a digest.

use crate::{Direction, ExchangeError, Kind, store};
use database::{CommunityTx, DatabaseError, Db};
use kernel::{Act, Caller, DigestId, ListingId, MemberId, Timestamp};
use membership::{Recipient, recipient::recipient_tx};
use notice::{PlannedDigest, Settlement};

/// A line of a digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreshListing {
    /// The listing.
    pub id: ListingId,
    /// Its title.
    pub title: String,
    /// Which way it goes.
    pub direction: Direction,
    /// What it is about.
    pub kind: Kind,
    /// Where.
    pub town: String,
    /// Who published it.
    pub author_name: String,
    /// When.
    pub created_at: Timestamp,
    /// The title of the reader's listing that it goes with, if there is one.
    pub goes_with: Option<String>,
}

/// A digest with everything its letter is written from.
#[derive(Debug, Clone)]
pub struct Composed {
    /// Which digest.
    pub digest: PlannedDigest,
    /// To whom.
    pub to: Recipient,
    /// What is new: first what goes with a listing of the reader's, then requests, the newest first among equals; never empty.
    pub listings: Vec<FreshListing>,
}

/// Composes a planned digest from what is so at this moment, looking at no more than `most` listings, all in one transaction.
/// Nothing when it is settled already; and nothing, settled as [`Settlement::Empty`], when the member does not want it any
/// more or there is nothing to tell.
pub async fn compose(db: &Db, caller: &Caller, id: DigestId, most: i64) -> Result<Option<Composed>, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let composed = match notice::planned_tx(&mut tx, id).await? {
        None => None,
        Some(digest) => match fill(&mut tx, digest, most).await? {
            None => {
                notice::settle_tx(&mut tx, id, &Settlement::Empty).await?;
                None
            }
            composed => composed,
        },
    };
    tx.commit().await?;
    Ok(composed)
}

async fn fill(tx: &mut CommunityTx, digest: PlannedDigest, most: i64) -> Result<Option<Composed>, DatabaseError> {
    let to = recipient_tx(tx, digest.member).await?;
    let Some(to) = to.filter(|to| digest.wanted && to.digest && to.standing.is_inside()) else { return Ok(None) };
    tx.read_for(digest.member).await?;
    let mut listings = fresh_for(tx, digest.member, digest.since, digest.until, most).await?;
    // Everybody offers, nobody asks: whoever asks comes first.
    listings.sort_by_key(|listing| (listing.goes_with.is_none(), listing.direction != Direction::Request));
    Ok(Some(Composed { digest, to, listings }).filter(|composed| !composed.listings.is_empty()))
}

/// The newest open listings, promised to nobody, published after `since` and not after `until` that are not the member's own and that they
/// have not seen and no letter has asked them about, at most `limit`, newest first. The transaction reads for them ([`CommunityTx::read_for`]).
pub async fn fresh_for(
    tx: &mut CommunityTx,
    member: MemberId,
    since: Timestamp,
    until: Timestamp,
    limit: i64,
) -> Result<Vec<FreshListing>, DatabaseError> {
    store::fresh::for_member(tx, member, since, until, limit).await
}
