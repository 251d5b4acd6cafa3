//! Agreeing to a request in one's name.

use super::ask_for_somebody::shown;
use crate::{ids::Global as _, objects::Mandate, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::ListingId;

/// Which.
#[derive(InputObject)]
pub struct AgreeMandateInput {
    /// The request in the asker's name (`mandatesForMe`).
    listing_id: ID,
}

payload! {
    /// What came of it.
    AgreeMandatePayload {
        /// Where it stands; absent to whoever it does not concern any more.
        mandate: Mandate,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: AgreeMandateInput) -> Result<AgreeMandatePayload> {
    let listing = ListingId::asked(&input.listing_id);
    let done = exchange::mandate::agree_mandate(desk.db, desk.caller, listing).await;
    let mandate = if done.is_ok() { shown(desk, listing).await? } else { None };
    desk.payload(done, |_| AgreeMandatePayload { mandate, refusal: None })
}
