//! Saying no to a request in one's name, or that it is over.

use super::ask_for_somebody::shown;
use crate::{ids::Global as _, objects::Mandate, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::ListingId;

/// Which.
#[derive(InputObject)]
pub struct EndMandateInput {
    /// The request in the asker's name (`mandatesForMe`).
    listing_id: ID,
}

payload! {
    /// What came of it.
    EndMandatePayload {
        /// Where it stands; absent to whoever it does not concern any more.
        mandate: Mandate,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: EndMandateInput) -> Result<EndMandatePayload> {
    let listing = ListingId::asked(&input.listing_id);
    let done = exchange::mandate::end_mandate(desk.db, desk.caller, listing).await;
    let mandate = if done.is_ok() { shown(desk, listing).await? } else { None };
    desk.payload(done, |()| EndMandatePayload { mandate, refusal: None })
}
