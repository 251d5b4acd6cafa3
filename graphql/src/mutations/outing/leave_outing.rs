//! A member does not come after all.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use exchange::outing::{self, StepBack};
use kernel::ListingId;

/// Which outing.
#[derive(InputObject)]
pub struct LeaveOutingInput {
    /// The id of its listing.
    listing_id: ID,
}

payload! {
    /// What came of it.
    LeaveOutingPayload {
        /// True.
        left: bool,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: LeaveOutingInput) -> Result<LeaveOutingPayload> {
    let cmd = StepBack { listing: ListingId::asked(&input.listing_id) };
    let done = outing::step_back(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| LeaveOutingPayload { left: Some(true), refusal: None })
}
