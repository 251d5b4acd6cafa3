//! The team takes the mark "urgent" off a request.

use crate::{
    ids::Global as _, mutations::publish_listing::shown, objects::ListingDetail, refusal::payload, visit::Desk,
};
use async_graphql::{ID, InputObject, Result};
use exchange::{TakeUrgencyOff, urgency::take_off::take_urgency_off};
use kernel::ListingId;

/// A request that is not urgent, or not as the word is meant here.
#[derive(InputObject)]
pub struct TakeUrgencyOffInput {
    /// Which request.
    id: ID,
    /// Why, in words for its author; 1 to 500 characters.
    reason: String,
}

payload! {
    /// What came of it.
    TakeUrgencyOffPayload {
        /// The request.
        listing: ListingDetail,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: TakeUrgencyOffInput) -> Result<TakeUrgencyOffPayload> {
    let id = ListingId::asked(&input.id);
    let done = take_urgency_off(desk.db, desk.caller, TakeUrgencyOff { id, reason: input.reason }).await;
    let listing = if done.is_ok() { shown(desk, id).await? } else { None };
    desk.payload(done, |()| TakeUrgencyOffPayload { listing, refusal: None })
}
