//! Changing a listing.

use super::publish_listing::{ListingDraft, shown};
use crate::{ids::Global as _, objects::ListingDetail, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use exchange::Edit;
use kernel::ListingId;

/// A listing's new text and choices, all of them.
#[derive(InputObject)]
pub struct EditListingInput {
    /// Which listing of the asker's.
    id: ID,
    /// What stands in it from now on.
    draft: ListingDraft,
}

payload! {
    /// What came of it.
    EditListingPayload {
        /// The listing.
        listing: ListingDetail,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: EditListingInput) -> Result<EditListingPayload> {
    let id = ListingId::asked(&input.id);
    let done = exchange::edit::edit(desk.db, desk.caller, Edit { id, draft: input.draft.into() }).await;
    let listing = if done.is_ok() { shown(desk, id).await? } else { None };
    desk.payload(done, |()| EditListingPayload { listing, refusal: None })
}
