//! Saying that one's own listing is promised to somebody.

use crate::{
    ids::Global as _, mutations::publish_listing::shown, objects::ListingDetail, refusal::payload, visit::Desk,
};
use async_graphql::{ID, InputObject, Result};
use exchange::{Reserve, reserved::reserve};
use kernel::ListingId;

/// A listing of the asker's that is promised to somebody.
#[derive(InputObject)]
pub struct ReserveListingInput {
    /// Which listing of the asker's.
    id: ID,
}

payload! {
    /// What came of it.
    ReserveListingPayload {
        /// The listing.
        listing: ListingDetail,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: ReserveListingInput) -> Result<ReserveListingPayload> {
    let id = ListingId::asked(&input.id);
    let done = reserve::reserve(desk.db, desk.caller, Reserve { id }).await;
    let listing = if done.is_ok() { shown(desk, id).await? } else { None };
    desk.payload(done, |_| ReserveListingPayload { listing, refusal: None })
}
