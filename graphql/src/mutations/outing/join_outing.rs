//! A member comes along.

use crate::{ids::Global as _, refusal::payload, visit::Desk, words::Attendance};
use async_graphql::{ID, InputObject, Result};
use exchange::outing::{self, SignUp};
use kernel::ListingId;

/// Which outing.
#[derive(InputObject)]
pub struct JoinOutingInput {
    /// The id of its listing.
    listing_id: ID,
}

payload! {
    /// What came of it.
    JoinOutingPayload {
        /// Whether they have a seat.
        attendance: Attendance,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: JoinOutingInput) -> Result<JoinOutingPayload> {
    let cmd = SignUp { listing: ListingId::asked(&input.listing_id) };
    let done = outing::sign_up(desk.db, desk.caller, cmd).await;
    desk.payload(done, |done| JoinOutingPayload { attendance: Some(done.into()), refusal: None })
}
