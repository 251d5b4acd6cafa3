//! Saying how soon one's own request is needed.

use crate::{
    ids::Global as _, mutations::publish_listing::shown, objects::ListingDetail, refusal::payload, visit::Desk,
    words::Urgency,
};
use async_graphql::{ID, InputObject, Result};
use exchange::{SetUrgency, urgency};
use kernel::ListingId;

/// How urgent a request of the asker's is.
#[derive(InputObject)]
pub struct SetListingUrgencyInput {
    /// Which request of the asker's.
    id: ID,
    /// How soon it is needed; absent when it is not urgent any more. Each request is urgent once.
    urgency: Option<Urgency>,
}

payload! {
    /// What came of it.
    SetListingUrgencyPayload {
        /// The request.
        listing: ListingDetail,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: SetListingUrgencyInput) -> Result<SetListingUrgencyPayload> {
    let cmd = SetUrgency { id: ListingId::asked(&input.id), urgency: input.urgency.map(Into::into) };
    let done = urgency::set_urgency(desk.db, desk.caller, cmd).await;
    let listing = if done.is_ok() { shown(desk, cmd.id).await? } else { None };
    desk.payload(done, |()| SetListingUrgencyPayload { listing, refusal: None })
}
