//! The one request of somebody who waits to come in: the list; nothing is decided here.

mod close_guest_request;
mod correct_guest_request;
mod let_guest_request_through;
mod mark_read_as_guest;
mod post_guest_request;
mod reply_as_guest;
mod send_guest_request_back;

use crate::visit::Desk;
use async_graphql::{Context, Object, Result};
use close_guest_request::{CloseGuestRequestInput, CloseGuestRequestPayload};
use correct_guest_request::{CorrectGuestRequestInput, CorrectGuestRequestPayload};
use let_guest_request_through::{LetGuestRequestThroughInput, LetGuestRequestThroughPayload};
use mark_read_as_guest::{MarkReadAsGuestInput, MarkReadAsGuestPayload};
use post_guest_request::{PostGuestRequestInput, PostGuestRequestPayload};
use reply_as_guest::{ReplyAsGuestInput, ReplyAsGuestPayload};
use send_guest_request_back::{SendGuestRequestBackInput, SendGuestRequestBackPayload};

/// What is done about such requests.
#[derive(Default)]
pub struct GuestRequestMutation;

#[Object]
impl GuestRequestMutation {
    /// Somebody who waits gives a request to the team to read, where the community grants it (`guestRights`); one at a time.
    async fn post_guest_request(
        &self,
        ctx: &Context<'_>,
        input: PostGuestRequestInput,
    ) -> Result<PostGuestRequestPayload> {
        post_guest_request::run(Desk::of(ctx)?, input).await
    }

    /// They change it; the team reads it again before members do.
    async fn correct_guest_request(
        &self,
        ctx: &Context<'_>,
        input: CorrectGuestRequestInput,
    ) -> Result<CorrectGuestRequestPayload> {
        correct_guest_request::run(Desk::of(ctx)?, input).await
    }

    /// They take it back, or say that it is done and who helped.
    async fn close_guest_request(
        &self,
        ctx: &Context<'_>,
        input: CloseGuestRequestInput,
    ) -> Result<CloseGuestRequestPayload> {
        close_guest_request::run(Desk::of(ctx)?, input).await
    }

    /// They answer somebody who wrote about it.
    async fn reply_as_guest(&self, ctx: &Context<'_>, input: ReplyAsGuestInput) -> Result<ReplyAsGuestPayload> {
        reply_as_guest::run(Desk::of(ctx)?, input).await
    }

    /// They have read what somebody wrote about it.
    async fn mark_read_as_guest(
        &self,
        ctx: &Context<'_>,
        input: MarkReadAsGuestInput,
    ) -> Result<MarkReadAsGuestPayload> {
        mark_read_as_guest::run(Desk::of(ctx)?, input).await
    }

    /// A steward lets what they have read through: members see it.
    async fn let_guest_request_through(
        &self,
        ctx: &Context<'_>,
        input: LetGuestRequestThroughInput,
    ) -> Result<LetGuestRequestThroughPayload> {
        let_guest_request_through::run(Desk::of(ctx)?, input).await
    }

    /// A steward sends it back to its author, with a reason.
    async fn send_guest_request_back(
        &self,
        ctx: &Context<'_>,
        input: SendGuestRequestBackInput,
    ) -> Result<SendGuestRequestBackPayload> {
        send_guest_request_back::run(Desk::of(ctx)?, input).await
    }
}
