//! The reader's own drafts, as pages and GraphQL show them.

use super::{Behalf, SavedDraft};
use crate::{ExchangeError, limits, store};
use database::Db;
use kernel::{Act, Caller, ListingId};

/// The caller's drafts, the latest kept first: at most [`limits::DRAFTS_KEPT`].
pub async fn my_drafts(db: &Db, caller: &Caller) -> Result<Vec<SavedDraft>, ExchangeError> {
    found(db, caller, None).await
}

/// One draft of the caller's; nothing when there is none of that id, it has had its time, or it is somebody else's.
pub async fn my_draft(db: &Db, caller: &Caller, id: ListingId) -> Result<Option<SavedDraft>, ExchangeError> {
    Ok(found(db, caller, Some(id)).await?.into_iter().next())
}

async fn found(db: &Db, caller: &Caller, id: Option<ListingId>) -> Result<Vec<SavedDraft>, ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let mut tx = db.begin(caller).await?;
    let since = tx.now() - limits::draft_kept();
    let mut found = store::saved_draft::of_author(&mut tx, me.member, id, since).await?;
    for one in &mut found {
        if let Some(member) = one.behalf.member
            && !store::mandate::is_inside(&mut tx, member).await?
        {
            one.behalf = Behalf { member: None, gone: true, ..std::mem::take(&mut one.behalf) };
        }
    }
    tx.commit().await?;
    Ok(found)
}
