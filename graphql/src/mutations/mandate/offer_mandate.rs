//! Handing a request over to whoever has become a member.

use super::ask_for_somebody::shown;
use crate::{ids::Global as _, objects::Mandate, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use exchange::mandate::OfferMandate;
use kernel::{ListingId, MemberId};

/// Which, and to whom.
#[derive(InputObject)]
pub struct OfferMandateInput {
    /// The asker's request.
    listing_id: ID,
    /// Who the person is here.
    member_id: ID,
}

payload! {
    /// What came of it.
    OfferMandatePayload {
        /// Where it stands.
        mandate: Mandate,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: OfferMandateInput) -> Result<OfferMandatePayload> {
    let listing = ListingId::asked(&input.listing_id);
    let cmd = OfferMandate { listing, member: MemberId::asked(&input.member_id) };
    let done = exchange::mandate::offer_mandate(desk.db, desk.caller, cmd).await;
    let mandate = if done.is_ok() { shown(desk, listing).await? } else { None };
    desk.payload(done, |()| OfferMandatePayload { mandate, refusal: None })
}
