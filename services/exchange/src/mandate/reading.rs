//! What a request in somebody's name says besides its title and text, for the one who is to agree, and the mark of all of it.

use crate::{ExchangeError, Extent, Kind, PhotoView, Settlement, photos, store};
use database::{CommunityTx, DatabaseError};
use kernel::{Caller, ListingId};
use std::collections::HashMap;

/// What somebody reads of a request besides its title and text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What it is about.
    pub kind: Kind,
    /// What may be given in return.
    pub settlements: Vec<Settlement>,
    /// One of the community's categories, or empty.
    pub category: String,
    /// Where; may be empty.
    pub town: String,
    /// How many, when, for how long.
    pub extent: Extent,
    /// Its photos, in order, as far as the reader may see them: the two do.
    pub photos: Vec<PhotoView>,
    /// Another one as soon as anything of this, the title or the text is another. Whoever answers says which they read.
    pub mark: String,
}

/// What the database knows of it.
#[derive(Debug)]
pub(crate) struct Wording {
    pub kind: Kind,
    pub settlements: Vec<Settlement>,
    pub category: String,
    pub town: String,
    /// All of it as one text.
    pub whole: String,
}

/// What these requests say, for one reader.
pub(crate) async fn of(
    tx: &mut CommunityTx,
    caller: &Caller,
    listings: &[ListingId],
) -> Result<HashMap<ListingId, Reading>, ExchangeError> {
    let mut extents = store::extent::of_all(tx, listings).await?;
    let mut photos = photos::views::of_listings_tx(tx, caller, listings).await?;
    let wordings = store::consent::wordings(tx, listings).await?;
    let read = wordings.into_iter().map(|(listing, wording)| {
        let mark = seal(tx, &wording.whole);
        let Wording { kind, settlements, category, town, .. } = wording;
        let extent = extents.remove(&listing).unwrap_or_default();
        let photos = photos.remove(&listing).unwrap_or_default();
        (listing, Reading { kind, settlements, category, town, extent, photos, mark })
    });
    Ok(read.collect())
}

/// The mark of what a request says now; under its listing's lock nobody changes that before the transaction ends.
pub(crate) async fn mark(tx: &mut CommunityTx, listing: ListingId) -> Result<String, DatabaseError> {
    let found = store::consent::wordings(tx, &[listing]).await?.pop();
    Ok(found.map_or_else(String::new, |(_, wording)| seal(tx, &wording.whole)))
}

/// Refuses an answer to anything but what the request says now.
pub(crate) async fn must_be_read(tx: &mut CommunityTx, listing: ListingId, read: &str) -> Result<(), ExchangeError> {
    if mark(tx, listing).await? == read { Ok(()) } else { Err(ExchangeError::ReadOtherwise) }
}

fn seal(tx: &CommunityTx, whole: &str) -> String {
    tx.seal().mark("mandate-read", whole)
}
