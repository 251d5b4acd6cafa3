//! What becomes of files: a day after a photo was sent, is it part of a listing ([`SweepPhoto`])? And when its row is gone ([`DropPhotos`]).

use crate::{ExchangeError, SweepPhoto, limits, store};
use database::{Db, Schedule};
use kernel::{Act, Caller, CommunityId, PhotoId};
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

/// Deletes a photo that no listing took, its row and its files; files without a row as well. False when a listing has it.
///
/// # Errors
/// [`PictureError::Fault`] as well when a listing has it and its files are gone: nobody but the operator can bring them back.
pub async fn sweep(db: &Db, shelf: &Shelf, caller: &Caller, job: &SweepPhoto) -> Result<bool, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let kept = store::photos::delete_draft(&mut tx, job.photo).await?;
    tx.commit().await?;
    if kept {
        return is_whole(shelf, caller.community, job.photo).await.map(|()| false);
    }
    shelf.drop_photo(caller.community, job.photo).await?;
    Ok(true)
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
