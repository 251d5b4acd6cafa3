//! Listings that are begun and kept for later. The list; nothing is decided here.

mod keep_draft;
mod delete_draft;

use crate::visit::Desk;
use async_graphql::{Context, Object, Result};
use keep_draft::{KeepDraftInput, KeepDraftPayload};
use delete_draft::{DeleteDraftInput, DeleteDraftPayload};

/// What members do with what they have begun.
#[derive(Default)]
pub struct DraftMutation;

#[Object]
impl DraftMutation {
    /// Keeps a listing for later, however incomplete, in the place of what was kept under this id before. `publishListing` and
    /// `askForSomebody` with the same id take the draft away.
    async fn keep_draft(&self, ctx: &Context<'_>, input: KeepDraftInput) -> Result<KeepDraftPayload> {
        keep_draft::run(Desk::of(ctx)?, input).await
    }

    /// Forgets a draft of the asker's, and the photos sent for it.
    async fn delete_draft(&self, ctx: &Context<'_>, input: DeleteDraftInput) -> Result<DeleteDraftPayload> {
        delete_draft::run(Desk::of(ctx)?, input).await
    }
}
