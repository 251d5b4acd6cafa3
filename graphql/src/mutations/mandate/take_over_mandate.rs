//! Going on by oneself with a request in one's name.

use crate::mutations::publish_listing::shown;
use crate::{ids::Global as _, objects::ListingDetail, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use exchange::mandate::TakeOver;
use kernel::ListingId;
use uuid::Uuid;

/// Which, and what it becomes.
#[derive(InputObject)]
pub struct TakeOverMandateInput {
    /// The request in the asker's name (`mandatesForMe`).
    listing_id: ID,
    /// The id of the asker's own, made by the client: sending twice takes over once.
    id: Uuid,
    /// The `mark` of what they read: these are to be their own words.
    mark: String,
}

payload! {
    /// What came of it.
    TakeOverMandatePayload {
        /// The asker's own listing.
        listing: ListingDetail,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: TakeOverMandateInput) -> Result<TakeOverMandatePayload> {
    let cmd = TakeOver { listing: ListingId::asked(&input.listing_id), id: ListingId(input.id), mark: input.mark };
    let done = exchange::mandate::take_over(desk.db, desk.caller, cmd).await;
    let listing = match &done {
        Ok(done) => shown(desk, done.listing).await?,
        Err(_) => None,
    };
    desk.payload(done, |_| TakeOverMandatePayload { listing, refusal: None })
}
