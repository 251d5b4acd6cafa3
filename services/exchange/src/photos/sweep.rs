//! What becomes of files: a day after a photo was sent, is it part of a listing, or of a draft ([`SweepPhoto`])? And when its row is gone ([`DropPhotos`]).

use crate::{ExchangeError, SweepPhoto, limits, store, store::photos::Whose};
use database::{CommunityTx, DatabaseError, Db, Schedule};
use kernel::{Act, Caller, CommunityId, PhotoId, Timestamp};
use pictures::{PictureError, Shelf, Size, jobs::DropPhotos};
use std::io;

/// Has it looked at later, before there is anything to look at.
pub(super) async fn promise(db: &Db, community: CommunityId, photo: PhotoId) -> Result<(), ExchangeError> {
    let mut tx = db.begin(community).await?;
    let at = Schedule::at(tx.now() + limits::photo_draft_kept()).meaning(format!("sweep-photo:{photo}"));
    tx.enqueue_with(&SweepPhoto { photo }, at).await?;
    Ok(tx.commit().await?)
}

/// Deletes the files of photos whose rows are gone. A file whose row is there after all is left where it is.
pub async fn drop_files(db: &Db, shelf: &Shelf, caller: &Caller, job: &DropPhotos) -> Result<(), ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let there = store::photos::of_these(&mut tx, &job.photos).await?;
    tx.commit().await?;
    for photo in job.photos.iter().filter(|photo| !there.contains(photo)) {
        shelf.drop_photo(caller.community, *photo).await?;
    }
    Ok(())
}

/// Deletes a photo that no listing took, its row and its files; files without a row as well. While a draft of its sender's waits for it,
/// it stays, and is looked at again when that draft has had its time. False where it stays.
///
/// # Errors
/// [`PictureError::Fault`] as well when a listing has it and its files are gone: nobody but the operator can bring them back.
pub async fn sweep(db: &Db, shelf: &Shelf, caller: &Caller, job: &SweepPhoto) -> Result<bool, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let since = tx.now() - limits::draft_kept();
    let whose = store::photos::delete_unless_kept(&mut tx, job.photo, since).await?;
    if let Whose::ADrafts(kept_at) = whose {
        look_again(&mut tx, job.photo, kept_at + limits::draft_kept()).await?;
    }
    tx.commit().await?;
    match whose {
        Whose::ADrafts(_) => Ok(false),
        Whose::AListings => is_whole(shelf, caller.community, job.photo).await.map(|()| false),
        Whose::Nobodys => {
            shelf.drop_photo(caller.community, job.photo).await?;
            Ok(true)
        }
    }
}

/// The job that looks now is not finished, and has another meaning: it must not stand in the way of the next.
async fn look_again(tx: &mut CommunityTx, photo: PhotoId, at: Timestamp) -> Result<(), DatabaseError> {
    let meaning = format!("sweep-photo:{photo}:{}", at.timestamp());
    tx.enqueue_with(&SweepPhoto { photo }, Schedule::at(at).meaning(meaning)).await
}

async fn is_whole(shelf: &Shelf, community: CommunityId, photo: PhotoId) -> Result<(), ExchangeError> {
    for size in Size::ALL {
        if shelf.get(community, photo, size).await?.is_none() {
            let missing = io::Error::new(io::ErrorKind::NotFound, format!("{} is missing", size.name(photo)));
            return Err(PictureError::Fault(missing).into());
        }
    }
    Ok(())
}
