//! Photos as pages and GraphQL show them, with addresses that hold for the caller.

use super::address::Address;
use crate::{ExchangeError, ListingRow, store};
use database::{CommunityTx, Db};
use kernel::{Act, Caller, ListingId, MemberId, PhotoId};
use pictures::Size;
use std::collections::HashMap;

/// A photo of a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoView {
    /// The photo.
    pub id: PhotoId,
    /// What it shows, in its author's words; may be empty.
    pub description: String,
    /// To be looked at.
    pub large: PhotoFile,
    /// For lists.
    pub small: PhotoFile,
}

/// One of its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoFile {
    /// Its path on this host, for this caller, for some minutes.
    pub path: String,
    /// Pixels across.
    pub width: u16,
    /// Pixels down.
    pub height: u16,
}

/// The photos of each of these listings, in order, as far as the caller may see them. For loaders; at most 100.
pub async fn of_listings(
    db: &Db,
    caller: &Caller,
    listings: &[ListingId],
) -> Result<HashMap<ListingId, Vec<PhotoView>>, ExchangeError> {
    caller.must(Act::ReadListings)?;
    let mut tx = db.begin(caller).await?;
    let found = of_listings_tx(&mut tx, caller, listings).await?;
    tx.commit().await?;
    Ok(found)
}

pub(crate) async fn of_listings_tx(
    tx: &mut CommunityTx,
    caller: &Caller,
    listings: &[ListingId],
) -> Result<HashMap<ListingId, Vec<PhotoView>>, ExchangeError> {
    let Some(me) = caller.me() else { return Ok(HashMap::new()) };
    let mut found: HashMap<ListingId, Vec<PhotoView>> = HashMap::new();
    for photo in store::photos::of_listings(tx, me.member, listings, i16::MAX).await? {
        let listing = photo.meant_for;
        found.entry(listing).or_default().push(view(tx, caller, me.member, photo));
    }
    Ok(found)
}

/// Gives each row the photo that lists show of it.
pub(crate) async fn cover(tx: &mut CommunityTx, caller: &Caller, rows: &mut [ListingRow]) -> Result<(), ExchangeError> {
    let Some(me) = caller.me() else { return Ok(()) };
    let ids: Vec<ListingId> = rows.iter().map(|row| row.id).collect();
    for photo in store::photos::of_listings(tx, me.member, &ids, 1).await? {
        if let Some(row) = rows.iter_mut().find(|row| row.id == photo.meant_for) {
            row.cover = Some(view(tx, caller, me.member, photo));
        }
    }
    Ok(())
}

/// The photos that the caller has sent for a listing, published or still being written.
pub async fn mine(db: &Db, caller: &Caller, listing: ListingId) -> Result<Vec<PhotoView>, ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    let mut tx = db.begin(caller).await?;
    of_form(&mut tx, caller, me.member, listing).await
}

pub(super) async fn of_form(
    tx: &mut CommunityTx,
    caller: &Caller,
    me: MemberId,
    listing: ListingId,
) -> Result<Vec<PhotoView>, ExchangeError> {
    let photos = store::photos::of_form(tx, me, listing).await?;
    Ok(photos.into_iter().map(|photo| view(tx, caller, me, photo)).collect())
}

fn view(tx: &CommunityTx, caller: &Caller, me: MemberId, photo: store::photos::Photo) -> PhotoView {
    let file = |size, (width, height)| PhotoFile {
        path: Address::of(caller, me, photo.id, size, tx.now()).path(tx.seal()),
        width,
        height,
    };
    PhotoView {
        id: photo.id,
        large: file(Size::Large, photo.large),
        small: file(Size::Small, photo.small),
        description: photo.description,
    }
}
