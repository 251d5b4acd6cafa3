//! Renaming a search, saying where its news go, pausing it.

use super::save_search::shown;
use crate::{ids::Global as _, objects::SavedSearch, refusal::payload, visit::Desk, words::SearchNews};
use async_graphql::{ID, InputObject, Result};
use exchange::{ChangeSearch, saved_search};
use kernel::SavedSearchId;

/// What is so from now on.
#[derive(InputObject)]
pub struct ChangeSearchInput {
    /// Which search of the asker's.
    id: ID,
    /// What the asker calls it, 1 to 60 characters.
    name: String,
    /// Where news of it go, besides the application.
    news: SearchNews,
    /// Whether it finds nothing for the time being.
    #[graphql(default)]
    paused: bool,
}

payload! {
    /// What came of it.
    ChangeSearchPayload {
        /// The search.
        search: SavedSearch,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: ChangeSearchInput) -> Result<ChangeSearchPayload> {
    let id = SavedSearchId::asked(&input.id);
    let cmd = ChangeSearch { id, name: input.name, news: input.news.into(), paused: input.paused };
    let done = saved_search::change_search(desk.db, desk.caller, cmd).await;
    let search = if done.is_ok() { shown(desk, id).await? } else { None };
    desk.payload(done, |()| ChangeSearchPayload { search, refusal: None })
}
