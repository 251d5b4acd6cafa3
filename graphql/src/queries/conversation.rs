//! Private messages and notifications.

use crate::{
    ids::Global as _,
    objects::{Conversation, ConversationDetail, Notification},
    page::Connection,
    visit::Desk,
};
use async_graphql::{Context, ID, Object, Result};
use kernel::{ConversationId, ListingId, PageRequest};

/// What can be asked about messages and notifications.
#[derive(Default)]
pub struct ConversationQuery;

#[Object]
impl ConversationQuery {
    /// The asker's conversations, the latest first.
    async fn conversations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<Conversation>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let page = desk.value(conversation::views::inbox(desk.db, desk.caller, &page).await)?;
        Ok(Connection::of(page, Conversation))
    }

    /// One of the asker's conversations.
    async fn conversation(&self, ctx: &Context<'_>, id: ID) -> Result<Option<ConversationDetail>> {
        let desk = Desk::of(ctx)?;
        let (id, head_only) = (ConversationId::asked(&id), PageRequest::new(1, None));
        let found = desk.value(conversation::views::conversation(desk.db, desk.caller, id, &head_only).await)?;
        Ok(found.map(ConversationDetail))
    }

    /// The id of the conversation in which the asker answered this listing, if they did.
    async fn conversation_about(&self, ctx: &Context<'_>, listing_id: ID) -> Result<Option<ID>> {
        let desk = Desk::of(ctx)?;
        let listing = ListingId::asked(&listing_id);
        let found = desk.value(conversation::views::about(desk.db, desk.caller, listing).await)?;
        Ok(found.map(ConversationId::global))
    }

    /// How many messages the asker has not read.
    async fn unread_messages(&self, ctx: &Context<'_>) -> Result<i64> {
        let desk = Desk::of(ctx)?;
        desk.value(conversation::views::unread(desk.db, desk.caller).await)
    }

    /// What the asker was told, the newest first.
    async fn notifications(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<Notification>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let page = desk.value(notice::notifications(desk.db, desk.caller, page).await)?;
        Ok(Connection::of(page, Notification))
    }

    /// How many notifications the asker has not read.
    async fn unread_notifications(&self, ctx: &Context<'_>) -> Result<i64> {
        let desk = Desk::of(ctx)?;
        desk.value(notice::unread(desk.db, desk.caller).await)
    }
}
