//! Agreeing to a request in one's name.

use super::ask_for_somebody::shown;
use crate::{ids::Global as _, objects::Mandate, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use exchange::mandate::AgreeMandate;
use kernel::ListingId;

/// Which.
#[derive(InputObject)]
pub struct AgreeMandateInput {
    /// The request in the asker's name (`mandatesForMe`).
    listing_id: ID,
    /// The `mark` of what they read: nobody agrees to anything else.
    mark: String,
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
    let cmd = AgreeMandate { listing, mark: input.mark };
    let done = exchange::mandate::agree_mandate(desk.db, desk.caller, cmd).await;
    let mandate = if done.is_ok() { shown(desk, listing).await? } else { None };
    desk.payload(done, |_| AgreeMandatePayload { mandate, refusal: None })
}
