//! A steward sends the request of somebody who waits back.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use exchange::guest_request::{self, SendBack};
use kernel::{ListingId, Timestamp};

/// Members cannot read it as it is.
#[derive(InputObject)]
pub struct SendGuestRequestBackInput {
    /// Which (`requestsToCheck`).
    id: ID,
    /// When what the steward read was sent: its `sentAt`.
    sent_at: Timestamp,
    /// What to change, or why not, in words for its author; 1 to 500 characters.
    reason: String,
}

payload! {
    /// What came of it.
    SendGuestRequestBackPayload {
        /// True.
        sent_back: bool,
    }
}

pub(in crate::mutations) async fn run(
    desk: Desk<'_>,
    input: SendGuestRequestBackInput,
) -> Result<SendGuestRequestBackPayload> {
    let cmd = SendBack { id: ListingId::asked(&input.id), sent_at: input.sent_at, reason: input.reason };
    let done = guest_request::send_guest_request_back(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| SendGuestRequestBackPayload { sent_back: Some(true), refusal: None })
}
