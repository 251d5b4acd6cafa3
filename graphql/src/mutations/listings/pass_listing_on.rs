//! The team shows to everybody what came to it first.

use crate::{
    ids::Global as _, mutations::publish_listing::shown, objects::ListingDetail, refusal::payload, visit::Desk,
};
use async_graphql::{ID, InputObject, Result};
use exchange::PassOn;
use kernel::ListingId;

/// A listing that came to the team first.
#[derive(InputObject)]
pub struct PassListingOnInput {
    /// Which listing.
    id: ID,
}

payload! {
    /// What came of it.
    PassListingOnPayload {
        /// The listing.
        listing: ListingDetail,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: PassListingOnInput) -> Result<PassListingOnPayload> {
    let cmd = PassOn { id: ListingId::asked(&input.id) };
    let done = exchange::audience::pass_on(desk.db, desk.caller, cmd).await;
    let listing = if done.is_ok() { shown(desk, cmd.id).await? } else { None };
    desk.payload(done, |()| PassListingOnPayload { listing, refusal: None })
}
