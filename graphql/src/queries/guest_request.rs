//! The one request of somebody who waits to come in.

use crate::{
    ids::Global as _,
    objects::{GuestConversationDetail, GuestRequest, RequestToCheck},
    page::Connection,
    visit::Desk,
};
use async_graphql::{Context, ID, Object, Result};
use conversation::guest;
use exchange::guest_request;
use kernel::{ConversationId, PageRequest};

/// What can be asked about it.
#[derive(Default)]
pub struct GuestRequestQuery;

#[Object]
impl GuestRequestQuery {
    /// The asker's own request, the latest; while one waits to come in.
    async fn guest_request(&self, ctx: &Context<'_>) -> Result<Option<GuestRequest>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(guest_request::my_guest_request(desk.db, desk.caller).await)?;
        Ok(found.request.map(GuestRequest))
    }

    /// One conversation about it, with its messages; while one waits to come in.
    async fn guest_conversation(&self, ctx: &Context<'_>, id: ID) -> Result<Option<GuestConversationDetail>> {
        let desk = Desk::of(ctx)?;
        let page = PageRequest::new(1, None);
        let found = guest::conversation_as_guest(desk.db, desk.caller, ConversationId::asked(&id), &page).await;
        Ok(desk.value(found)?.map(GuestConversationDetail))
    }

    /// Requests of people who wait, which stewards read before members do, those that wait longest first. Stewards.
    async fn requests_to_check(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<RequestToCheck>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let page = desk.value(guest_request::requests_to_check(desk.db, desk.caller, &page).await)?;
        Ok(Connection::of(page, RequestToCheck))
    }
}
