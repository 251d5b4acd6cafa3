//! Kept searches, as pages and GraphQL show them.

use super::News;
use crate::{ExchangeError, ListingFilter, ListingRow, store};
use database::Db;
use kernel::{Act, Caller, Cursor, ListingId, Page, PageRequest, SavedSearchId, Timestamp};
use std::collections::HashMap;

/// A search of the reader's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedSearchView {
    /// Which.
    pub id: SavedSearchId,
    /// What its member calls it.
    pub name: String,
    /// What the list is narrowed to.
    pub filter: ListingFilter,
    /// Where news of it go.
    pub news: News,
    /// Since when it finds nothing for the time being.
    pub paused_at: Option<Timestamp>,
    /// When it was kept.
    pub created_at: Timestamp,
    /// How many open listings it found in the last seven days.
    pub fresh: u32,
}

/// The caller's searches, the latest first: at most [`crate::limits::SEARCHES_KEPT`].
pub async fn my_searches(db: &Db, caller: &Caller) -> Result<Vec<SavedSearchView>, ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let mut tx = db.begin(caller).await?;
    let found = store::saved_search::of_member(&mut tx, me.member, None).await?;
    tx.commit().await?;
    Ok(found)
}

/// One search of the caller's; nothing when there is none of that id, or it is somebody else's.
pub async fn my_search(db: &Db, caller: &Caller, id: SavedSearchId) -> Result<Option<SavedSearchView>, ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let mut tx = db.begin(caller).await?;
    let found = store::saved_search::of_member(&mut tx, me.member, Some(id)).await?;
    tx.commit().await?;
    Ok(found.into_iter().next())
}

/// What a search of the caller's has found since it is kept, the latest first: listings that are open and that it would find still.
///
/// # Errors
/// `NotFound` when there is no such search, or it is somebody else's.
pub async fn found(
    db: &Db,
    caller: &Caller,
    id: SavedSearchId,
    page: &PageRequest,
) -> Result<Page<ListingRow>, ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let mut tx = db.begin(caller).await?;
    if store::saved_search::owner(&mut tx, id).await? != Some(me.member) {
        return Err(ExchangeError::NotFound);
    }
    let hits = store::search_hits::of_search(&mut tx, id, page).await?;
    let ids: Vec<ListingId> = hits.iter().map(|(listing, _)| *listing).collect();
    let rows = store::list::by_ids(&mut tx, &ids).await?;
    tx.commit().await?;
    let mut rows: HashMap<ListingId, ListingRow> = rows.into_iter().map(|row| (row.id, row)).collect();
    let placed: Vec<(ListingRow, Cursor)> = hits
        .into_iter()
        .filter_map(|(listing, at)| Some((rows.remove(&listing)?, Cursor { at, id: listing.0 })))
        .collect();
    Ok(Page::cut(placed, page, |(_, place)| *place).map(|(row, _)| row))
}
