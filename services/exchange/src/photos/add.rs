//! Somebody sends a photo for a listing of theirs, published or still being written.

use super::sweep;
use crate::{ExchangeError, State, limits, mandate, store};
use database::{CommunityTx, Db};
use kernel::{Act, Caller, Deed, ListingId, MemberId, PhotoId};
use pictures::{Negative, Print, Shelf, Studio};

/// A photo for a listing.
#[derive(Debug)]
pub struct AddPhoto {
    /// The photo.
    pub id: PhotoId,
    /// The listing: one that is published, or the id that its form made for it.
    pub listing: ListingId,
    /// Whether it comes with what is kept for later: then none comes to a listing that others see already.
    pub for_later: bool,
    /// What was sent.
    pub negative: Negative,
}

/// It is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Added {
    /// The photo.
    pub id: PhotoId,
    /// Pixels across and down, as it is shown.
    pub size: (u16, u16),
}

/// Whether the caller may send photos at all, before anything of theirs is read.
pub fn may_send(caller: &Caller) -> Result<(), ExchangeError> {
    Ok(caller.must_as_member(Act::Publish).map(drop)?)
}

/// Whether the caller may send one more photo, before its first byte is read; counted as one.
///
/// # Errors
/// `TooOften`.
pub async fn admit(db: &Db, caller: &Caller) -> Result<(), ExchangeError> {
    caller.must_as_member(Act::Publish)?;
    Ok(db.count(caller, Deed::SendPhoto, None).await?)
}

/// Takes in a photo that was sent. The same file sent twice for one listing is one photo.
///
/// # Errors
/// What is wrong with the picture; `PhotosEnough` of this listing, `PhotosTooMany` of this member; `NotFound` and `Closed` for a
/// listing that is not the caller's, or not open; `AlreadyPublished` for one that others see, where it was to be kept for later.
pub async fn add(db: &Db, studio: &Studio, caller: &Caller, cmd: AddPhoto) -> Result<Added, ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    let (id, listing, for_later, digest) = (cmd.id, cmd.listing, cmd.for_later, cmd.negative.digest());
    let mut tx = db.begin(caller).await?;
    let before = store::photos::sent_before(&mut tx, me.member, listing, &mark(db, &digest)).await?;
    if before.is_none() {
        // Whoever has no room left need not wait for it to be drawn.
        room(&mut tx, me.member, (listing, for_later), 0).await?;
    }
    tx.commit().await?;
    if let Some(photo) = before {
        return Ok(Added { id: photo.id, size: photo.large });
    }
    let print = studio.workshop.develop(caller.community, cmd.negative).await?;
    keep(db, &studio.shelf, caller, Keep { id, listing, for_later, digest, print: &print }).await
}

/// A photo that was drawn anew.
#[derive(Debug, Clone, Copy)]
pub struct Keep<'a> {
    /// The photo.
    pub id: PhotoId,
    /// The listing it is meant for.
    pub listing: ListingId,
    /// As in [`AddPhoto`].
    pub for_later: bool,
    /// SHA-256 of what was sent.
    pub digest: [u8; 32],
    /// What is kept of it.
    pub print: &'a Print,
}

/// Keeps a photo: a look is promised first, then come the files, then the row.
///
/// # Errors
/// As [`add`].
pub async fn keep(db: &Db, shelf: &Shelf, caller: &Caller, photo: Keep<'_>) -> Result<Added, ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    sweep::promise(db, caller.community, photo.id).await?;
    shelf.put(caller.community, photo.id, photo.print).await?;
    let refused = match lay_in(db, caller, me.member, photo).await {
        Ok((tx, None)) => {
            // Where the answer to this is lost, nobody knows whether the row is there: only the promised look finds out.
            tx.commit().await?;
            return Ok(Added { id: photo.id, size: (photo.print.large.width, photo.print.large.height) });
        }
        // The same one, handed in again under its own id.
        Ok((_, Some(added))) if added.id == photo.id => return Ok(added),
        Ok((_, Some(added))) => Ok(added),
        Err(error) => Err(error),
    };
    // There is certainly no row. The promised look comes in any case; this only spares the disk.
    let _gone = shelf.drop_photo(caller.community, photo.id).await;
    refused
}

/// Lays a photo into a transaction that waits for its commit; or says which one was there before.
async fn lay_in(
    db: &Db,
    caller: &Caller,
    me: MemberId,
    photo: Keep<'_>,
) -> Result<(CommunityTx, Option<Added>), ExchangeError> {
    let mark = mark(db, &photo.digest);
    let mut tx = db.begin(caller).await?;
    store::write::lock_author(&mut tx, me).await?;
    // The other half of a double click.
    if let Some(before) = store::photos::sent_before(&mut tx, me, photo.listing, &mark).await? {
        return Ok((tx, Some(Added { id: before.id, size: before.large })));
    }
    let bytes = i64::try_from(photo.print.bytes()).unwrap_or(i64::MAX);
    let (published, place) = room(&mut tx, me, (photo.listing, photo.for_later), bytes).await?;
    let in_name = mandate::before_change(&mut tx, photo.listing).await?;
    let new = store::photos::New {
        id: photo.id,
        owner: me,
        meant_for: photo.listing,
        published,
        place,
        mark: &mark,
        print: photo.print,
    };
    store::photos::insert(&mut tx, &new).await?;
    mandate::tell_of_change(&mut tx, in_name).await?;
    Ok((tx, None))
}

/// What was sent, sealed: whoever has the database alone cannot find out who sent a file they know.
fn mark(db: &Db, digest: &[u8; 32]) -> [u8; 32] {
    db.seal().whole_mark("photo-sent", digest)
}

/// Whether there is room for `bytes` more, under the member's lock, so that no two photos take the same; whether the listing is
/// published, and the photo's place in it.
async fn room(
    tx: &mut CommunityTx,
    me: MemberId,
    (listing, for_later): (ListingId, bool),
    bytes: i64,
) -> Result<(bool, i16), ExchangeError> {
    store::write::lock_author(tx, me).await?;
    let published = match store::write::hold(tx, listing).await? {
        None => false,
        Some(held) if held.author != me => return Err(ExchangeError::NotFound),
        Some(_) if for_later => return Err(ExchangeError::AlreadyPublished),
        Some(held) if held.state != State::Open => return Err(ExchangeError::Closed),
        Some(_) => true,
    };
    let taken = store::photos::taken(tx, me, listing).await?;
    if taken.here >= limits::PHOTOS_EACH {
        return Err(ExchangeError::PhotosEnough);
    }
    if taken.photos >= limits::PHOTOS_A_MEMBER || taken.bytes.saturating_add(bytes) > limits::PHOTO_BYTES_A_MEMBER {
        return Err(ExchangeError::PhotosTooMany);
    }
    Ok((published, taken.next))
}
