//! Somebody who waits changes their request.

use super::super::publish_listing::ListingDraft;
use super::post_guest_request::shown;
use crate::{ids::Global as _, objects::GuestRequest, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use exchange::{Edit, guest_request};
use kernel::ListingId;

/// Its new text and choices, all of them.
#[derive(InputObject)]
pub struct CorrectGuestRequestInput {
    /// Which.
    id: ID,
    /// What stands in it from now on. Whatever its direction says, it is a request.
    draft: ListingDraft,
}

payload! {
    /// What came of it.
    CorrectGuestRequestPayload {
        /// The request.
        request: GuestRequest,
    }
}

pub(in crate::mutations) async fn run(
    desk: Desk<'_>,
    input: CorrectGuestRequestInput,
) -> Result<CorrectGuestRequestPayload> {
    let cmd = Edit { id: ListingId::asked(&input.id), draft: input.draft.into() };
    let done = guest_request::correct_guest_request(desk.db, desk.caller, cmd).await;
    let request = if done.is_ok() { shown(desk).await? } else { None };
    desk.payload(done, |()| CorrectGuestRequestPayload { request, refusal: None })
}
