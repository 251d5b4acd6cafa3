//! Somebody who waits to come in does not come after all.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use exchange::outing::{self, StepBack};
use kernel::ListingId;

/// Which outing.
#[derive(InputObject)]
pub struct LeaveOpenOutingInput {
    /// The id of its listing.
    listing_id: ID,
}

payload! {
    /// What came of it.
    LeaveOpenOutingPayload {
        /// True.
        left: bool,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: LeaveOpenOutingInput) -> Result<LeaveOpenOutingPayload> {
    let cmd = StepBack { listing: ListingId::asked(&input.listing_id) };
    let done = outing::step_back_as_guest(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| LeaveOpenOutingPayload { left: Some(true), refusal: None })
}
