//! Keeping a search.

use crate::{
    ids::Global as _, objects::SavedSearch, queries::exchange::Filter, refusal::payload, visit::Desk, words::SearchNews,
};
use async_graphql::{ID, InputObject, Result};
use exchange::{SaveSearch, saved_search};
use kernel::SavedSearchId;
use uuid::Uuid;

/// A search to be kept.
#[derive(InputObject)]
pub struct SaveSearchInput {
    /// Made by the client: sending twice keeps one.
    id: Uuid,
    /// What the asker calls it, 1 to 60 characters.
    name: String,
    /// What the list was narrowed to; its order does not matter, and neither an author nor a state can be kept.
    filter: Filter,
    /// Where news of it go, besides the application.
    news: SearchNews,
}

payload! {
    /// What came of it.
    SaveSearchPayload {
        /// Its id.
        id: ID,
        /// The search.
        search: SavedSearch,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: SaveSearchInput) -> Result<SaveSearchPayload> {
    let id = SavedSearchId(input.id);
    let cmd = SaveSearch { id, name: input.name, filter: input.filter.into(), news: input.news.into() };
    let done = saved_search::save_search(desk.db, desk.caller, cmd).await;
    let search = if done.is_ok() { shown(desk, id).await? } else { None };
    desk.payload(done, |()| SaveSearchPayload { id: Some(id.global()), search, refusal: None })
}

/// The search as it stands now.
pub(super) async fn shown(desk: Desk<'_>, id: SavedSearchId) -> Result<Option<SavedSearch>> {
    let found = desk.value(saved_search::views::my_search(desk.db, desk.caller, id).await)?;
    Ok(found.map(SavedSearch))
}
