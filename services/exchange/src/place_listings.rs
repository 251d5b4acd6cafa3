//! Listings without a place get one as soon as their town can be told: those from before there were places, those that a newer gazetteer
//! knows, and those whose author says where home is. For the job of [`crate::jobs::PlaceListings`].

use crate::{ExchangeError, jobs::PlaceListings, limits, near, store};
use database::{CommunityTx, Db, Schedule};
use kernel::{Act, Caller, MemberId};
use places::Place;

/// How towns are read. One more when the gazetteer or the reading of names changes: then whatever has no place is looked at again.
const READING: i16 = 1;

/// What one step did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Placed {
    /// Listings that have a place now.
    pub placed: usize,
    /// Whether there may be more to look at.
    pub more: bool,
}

/// Writes a [`PlaceListings`] where there is a listing to be looked at, unless one waits already.
pub async fn schedule(db: &Db, caller: &Caller) -> Result<(), ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    if !store::placeless::unread(&mut tx, READING, 1).await?.is_empty() {
        tx.enqueue_with(&PlaceListings {}, Schedule::default().meaning("place-listings")).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Looks at some listings without a place, each once; those whose town is certain get theirs. Nobody is told: they are not new.
pub async fn place_listings(db: &Db, caller: &Caller) -> Result<Placed, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let unread = store::placeless::unread(&mut tx, READING, limits::PLACED_AT_ONCE).await?;
    let more = i64::try_from(unread.len()).is_ok_and(|read| read >= limits::PLACED_AT_ONCE);
    let placed = place(&mut tx, &unread).await?;
    tx.commit().await?;
    Ok(Placed { placed, more })
}

/// The same for the listings of a member who has just said where home is: of several towns of a name, theirs can be told now.
pub(crate) async fn place_own_tx(tx: &mut CommunityTx, member: MemberId, home: Place) -> Result<(), ExchangeError> {
    let mut own = store::placeless::of_author(tx, member, limits::PLACED_AT_ONCE).await?;
    for listing in &mut own {
        listing.home = Some(home);
    }
    place(tx, &own).await?;
    Ok(())
}

async fn place(tx: &mut CommunityTx, listings: &[store::placeless::Placeless]) -> Result<usize, ExchangeError> {
    let read: Vec<_> = listings
        .iter()
        .map(|listing| (listing.id, near::place_of_listing(&listing.town, listing.home.as_ref())))
        .collect();
    store::placeless::keep(tx, READING, &read).await?;
    Ok(read.iter().filter(|(_, place)| place.is_some()).count())
}
