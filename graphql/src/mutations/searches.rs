//! Keeping searches. The list; nothing is decided here.

mod change_search;
mod delete_search;
mod save_search;

use crate::visit::Desk;
use async_graphql::{Context, Object, Result};
use change_search::{ChangeSearchInput, ChangeSearchPayload};
use delete_search::{DeleteSearchInput, DeleteSearchPayload};
use save_search::{SaveSearchInput, SaveSearchPayload};

/// What members do with the searches they keep.
#[derive(Default)]
pub struct SearchMutation;

#[Object]
impl SearchMutation {
    /// Keeps a search: from then on each new listing is compared with it.
    async fn save_search(&self, ctx: &Context<'_>, input: SaveSearchInput) -> Result<SaveSearchPayload> {
        save_search::run(Desk::of(ctx)?, input).await
    }

    /// Renames a search of the asker's, says where its news go, pauses it or lets it go on.
    async fn change_search(&self, ctx: &Context<'_>, input: ChangeSearchInput) -> Result<ChangeSearchPayload> {
        change_search::run(Desk::of(ctx)?, input).await
    }

    /// Forgets a search of the asker's, and what it found.
    async fn delete_search(&self, ctx: &Context<'_>, input: DeleteSearchInput) -> Result<DeleteSearchPayload> {
        delete_search::run(Desk::of(ctx)?, input).await
    }
}
