//! Showing one's own listing to more people.

use crate::{
    ids::Global as _, mutations::publish_listing::shown, objects::ListingDetail, refusal::payload, visit::Desk,
    words::Audience,
};
use async_graphql::{ID, InputObject, Result};
use exchange::Widen;
use kernel::ListingId;

/// For whom a listing of the asker's is from now on.
#[derive(InputObject)]
pub struct WidenListingInput {
    /// Which listing of the asker's.
    id: ID,
    /// More people than before: it cannot be narrowed.
    audience: Audience,
}

payload! {
    /// What came of it.
    WidenListingPayload {
        /// The listing.
        listing: ListingDetail,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: WidenListingInput) -> Result<WidenListingPayload> {
    let cmd = Widen { id: ListingId::asked(&input.id), audience: input.audience.into() };
    let done = exchange::audience::widen(desk.db, desk.caller, cmd).await;
    let listing = if done.is_ok() { shown(desk, cmd.id).await? } else { None };
    desk.payload(done, |()| WidenListingPayload { listing, refusal: None })
}
