//! Saying that one's own listing is free again.

use crate::{
    ids::Global as _, mutations::publish_listing::shown, objects::ListingDetail, refusal::payload, visit::Desk,
};
use async_graphql::{ID, InputObject, Result};
use exchange::{Free, reserved::free};
use kernel::ListingId;

/// A listing of the asker's that is promised to nobody any more.
#[derive(InputObject)]
pub struct FreeListingInput {
    /// Which listing of the asker's.
    id: ID,
}

payload! {
    /// What came of it.
    FreeListingPayload {
        /// The listing.
        listing: ListingDetail,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: FreeListingInput) -> Result<FreeListingPayload> {
    let id = ListingId::asked(&input.id);
    let done = free::free(desk.db, desk.caller, Free { id }).await;
    let listing = if done.is_ok() { shown(desk, id).await? } else { None };
    desk.payload(done, |()| FreeListingPayload { listing, refusal: None })
}
