//! A steward lets the request of somebody who waits through.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use exchange::guest_request::{self, LetThrough};
use kernel::{ListingId, Timestamp};

/// Members may read it.
#[derive(InputObject)]
pub struct LetGuestRequestThroughInput {
    /// Which (`requestsToCheck`).
    id: ID,
    /// When what the steward read was sent: its `sentAt`.
    sent_at: Timestamp,
}

payload! {
    /// What came of it.
    LetGuestRequestThroughPayload {
        /// True.
        let_through: bool,
    }
}

pub(in crate::mutations) async fn run(
    desk: Desk<'_>,
    input: LetGuestRequestThroughInput,
) -> Result<LetGuestRequestThroughPayload> {
    let cmd = LetThrough { id: ListingId::asked(&input.id), sent_at: input.sent_at };
    let done = guest_request::let_guest_request_through(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| LetGuestRequestThroughPayload { let_through: Some(true), refusal: None })
}
