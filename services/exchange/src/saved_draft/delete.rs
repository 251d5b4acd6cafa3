//! Deleting a draft.

use crate::{ExchangeError, photos::arrange, store};
use database::Db;
use kernel::{Act, Caller, Deed, ListingId};

/// It will not be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeleteDraft {
    /// Which draft of the caller's, by the id of the listing that it would have become.
    pub id: ListingId,
}

/// Forgets a draft of the caller's, and the photos sent for it.
///
/// # Errors
/// `TooOften`; `NotFound` when there is none, or it is somebody else's.
pub async fn delete_draft(db: &Db, caller: &Caller, cmd: DeleteDraft) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?.member;
    db.count(caller, Deed::SaveDraft, None).await?;
    let mut tx = db.begin(caller).await?;
    store::write::lock_author(&mut tx, me).await?;
    if !store::saved_draft::delete(&mut tx, me, cmd.id).await? {
        return Err(ExchangeError::NotFound);
    }
    // Under the lock there is no listing of this id: all of its photos are the draft's.
    let photos = store::photos::ids(&mut tx, me, cmd.id).await?;
    arrange::forget(&mut tx, me, photos).await?;
    Ok(tx.commit().await?)
}
