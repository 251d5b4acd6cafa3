//! Listings that are begun and kept for later. The list; nothing is decided here.

mod delete_draft;
mod save_draft;

use crate::visit::Desk;
use async_graphql::{Context, Object, Result};
use delete_draft::{DeleteDraftInput, DeleteDraftPayload};
use save_draft::{SaveDraftInput, SaveDraftPayload};

/// What members do with what they have begun.
#[derive(Default)]
pub struct DraftMutation;

#[Object]
impl DraftMutation {
    /// Keeps a listing for later, however incomplete, in the place of what was kept under this id before. `publishListing` and
    /// `askForSomebody` with the same id take the draft away.
    async fn save_draft(&self, ctx: &Context<'_>, input: SaveDraftInput) -> Result<SaveDraftPayload> {
        save_draft::run(Desk::of(ctx)?, input).await
    }

    /// Forgets a draft of the asker's, and the photos sent for it.
    async fn delete_draft(&self, ctx: &Context<'_>, input: DeleteDraftInput) -> Result<DeleteDraftPayload> {
        delete_draft::run(Desk::of(ctx)?, input).await
    }
}
