//! Somebody who waits closes their request.

use crate::{ids::Global as _, refusal::payload, visit::Desk, words::ListingState};
use async_graphql::{ID, InputObject, Result};
use exchange::{Close, guest_request};
use kernel::{ListingId, MemberId};

/// It is over.
#[derive(InputObject)]
pub struct CloseGuestRequestInput {
    /// Which.
    id: ID,
    /// Who helped: one of its `helpers`.
    helped_by: Option<ID>,
    /// A word of thanks.
    #[graphql(default)]
    thanks: String,
}

payload! {
    /// What came of it.
    CloseGuestRequestPayload {
        /// Where it stands now.
        state: ListingState,
    }
}

pub(in crate::mutations) async fn run(
    desk: Desk<'_>,
    input: CloseGuestRequestInput,
) -> Result<CloseGuestRequestPayload> {
    let cmd = Close {
        id: ListingId::asked(&input.id),
        helped_by: input.helped_by.as_ref().map(MemberId::asked),
        thanks: input.thanks,
    };
    let done = guest_request::close_guest_request(desk.db, desk.caller, cmd).await;
    desk.payload(done, |closed| CloseGuestRequestPayload { state: Some(closed.state.into()), refusal: None })
}
