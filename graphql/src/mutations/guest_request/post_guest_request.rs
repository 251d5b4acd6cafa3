//! Somebody who waits asks for something.

use super::super::publish_listing::ListingDraft;
use crate::{objects::GuestRequest, refusal::payload, visit::Desk};
use async_graphql::{InputObject, Result};
use exchange::{Publish, guest_request};
use kernel::ListingId;
use uuid::Uuid;

/// A new request.
#[derive(InputObject)]
pub struct PostGuestRequestInput {
    /// Made by the client: sending twice asks once.
    id: Uuid,
    /// What stands in it. Whatever its direction says, it is a request.
    draft: ListingDraft,
}

payload! {
    /// What came of it.
    PostGuestRequestPayload {
        /// The request.
        request: GuestRequest,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: PostGuestRequestInput) -> Result<PostGuestRequestPayload> {
    let cmd = Publish { id: ListingId(input.id), draft: input.draft.into() };
    let done = guest_request::post_guest_request(desk.db, desk.caller, cmd).await;
    let request = if done.is_ok() { shown(desk).await? } else { None };
    desk.payload(done, |_| PostGuestRequestPayload { request, refusal: None })
}

/// The asker's request as it stands now.
pub(super) async fn shown(desk: Desk<'_>) -> Result<Option<GuestRequest>> {
    let found = desk.value(guest_request::my_guest_request(desk.db, desk.caller).await)?;
    Ok(found.request.map(GuestRequest))
}
