//! Deleting a draft.

use crate::{refusal::payload, visit::Desk};
use async_graphql::{InputObject, Result};
use exchange::{DeleteDraft, saved_draft::delete_draft};
use kernel::ListingId;
use uuid::Uuid;

/// A draft that will not be published.
#[derive(InputObject)]
pub struct DeleteDraftInput {
    /// Which draft of the asker's, by the id it was kept under (`publishAs`).
    id: Uuid,
}

payload! {
    /// What came of it.
    DeleteDraftPayload {
        /// True.
        deleted: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: DeleteDraftInput) -> Result<DeleteDraftPayload> {
    let done = delete_draft(desk.db, desk.caller, DeleteDraft { id: ListingId(input.id) }).await;
    desk.payload(done, |()| DeleteDraftPayload { deleted: Some(true), refusal: None })
}
