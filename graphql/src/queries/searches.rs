//! Searches that the asker keeps, and words that are almost written like others.

use super::exchange::Filter;
use crate::{
    ids::Global as _,
    objects::{Listing, SavedSearch},
    page::Connection,
    visit::Desk,
};
use async_graphql::{Context, ID, Object, Result};
use exchange::{saved_search::views, views::almost};
use kernel::SavedSearchId;

/// What can be asked about kept searches.
#[derive(Default)]
pub struct SearchQuery;

#[Object]
impl SearchQuery {
    /// The asker's kept searches, the latest first: twenty at the most.
    async fn saved_searches(&self, ctx: &Context<'_>) -> Result<Vec<SavedSearch>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(views::my_searches(desk.db, desk.caller).await)?;
        Ok(found.into_iter().map(SavedSearch).collect())
    }

    /// What a search of the asker's has found, the latest first: listings that are open and that it would find still.
    async fn found_by_search(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "A search of the asker's.")] id: ID,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<Listing>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let page = desk.value(views::found(desk.db, desk.caller, SavedSearchId::asked(&id), &page).await)?;
        Ok(Connection::of(page, Listing))
    }

    /// The filter's words as the community's own listings write them, where a list shows nothing because of a typing mistake; absent when no
    /// other words would show something.
    async fn words_meant(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The filter of a list that shows nothing.")] filter: Filter,
    ) -> Result<Option<String>> {
        let desk = Desk::of(ctx)?;
        desk.value(almost::almost(desk.db, desk.caller, &filter.into()).await)
    }
}
