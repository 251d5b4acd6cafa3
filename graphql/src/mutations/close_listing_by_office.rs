//! A steward closes somebody's listing.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use exchange::CloseByOffice;
use kernel::ListingId;

/// This listing cannot stay.
#[derive(InputObject)]
pub struct CloseListingByOfficeInput {
    /// Which listing.
    id: ID,
    /// Why, in words for its author; 1 to 500 characters.
    reason: String,
}

payload! {
    /// What came of it.
    CloseListingByOfficePayload {
        /// True.
        closed: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: CloseListingByOfficeInput) -> Result<CloseListingByOfficePayload> {
    let cmd = CloseByOffice { id: ListingId::asked(&input.id), reason: input.reason };
    let done = exchange::moderate::close_by_office(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| CloseListingByOfficePayload { closed: Some(true), refusal: None })
}
