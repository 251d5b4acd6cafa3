//! Saying that one's own listing is promised to nobody any more.

use crate::{
    ids::Global as _, mutations::publish_listing::shown, objects::ListingDetail, refusal::payload, visit::Desk,
};
use async_graphql::{ID, InputObject, Result};
use exchange::{Release, reserved::release};
use kernel::ListingId;

/// A listing of the asker's that is promised to nobody any more.
#[derive(InputObject)]
pub struct ReleaseListingInput {
    /// Which listing of the asker's.
    id: ID,
}

payload! {
    /// What came of it.
    ReleaseListingPayload {
        /// The listing.
        listing: ListingDetail,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: ReleaseListingInput) -> Result<ReleaseListingPayload> {
    let id = ListingId::asked(&input.id);
    let done = release::release(desk.db, desk.caller, Release { id }).await;
    let listing = if done.is_ok() { shown(desk, id).await? } else { None };
    desk.payload(done, |_| ReleaseListingPayload { listing, refusal: None })
}
