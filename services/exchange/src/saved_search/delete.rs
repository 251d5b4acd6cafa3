//! Keeping a search no more.

use crate::{ExchangeError, store};
use database::Db;
use kernel::{Act, Caller, SavedSearchId};

/// It is not needed any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeleteSearch {
    /// Which search of the caller's.
    pub id: SavedSearchId,
}

/// Forgets a search of the caller's, and what it found.
pub async fn delete_search(db: &Db, caller: &Caller, cmd: DeleteSearch) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let mut tx = db.begin(caller).await?;
    store::saved_search::hold(&mut tx, cmd.id, me.member).await?.ok_or(ExchangeError::NotFound)?;
    store::saved_search::delete(&mut tx, cmd.id).await?;
    Ok(tx.commit().await?)
}
