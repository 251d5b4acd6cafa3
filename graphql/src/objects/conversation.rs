//! Private messages.

use super::{Listing, Member};
use crate::{
    ids::Global as _,
    loaders,
    page::Connection,
    visit::Desk,
    words::{Direction, ListingState},
};
use async_graphql::{Context, ID, Object, Result};
use conversation::{ConversationRow, ConversationView, MessageView};
use kernel::Timestamp;

/// A conversation of the asker's, as the inbox shows it.
pub struct Conversation(pub(crate) ConversationRow);

#[Object]
impl Conversation {
    /// Its id.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// The listing it is about, if the asker may still see it.
    async fn listing(&self, ctx: &Context<'_>) -> Result<Option<Listing>> {
        loaders::listing(ctx, self.0.listing).await
    }
    /// That listing's title.
    async fn listing_title(&self) -> &str {
        &self.0.listing_title
    }
    /// The other participant.
    async fn other(&self) -> Member {
        Member(self.0.other.clone())
    }
    /// How the last message begins, at most 160 characters.
    async fn preview(&self) -> &str {
        &self.0.preview
    }
    /// Whether the asker wrote the last message.
    async fn last_is_mine(&self) -> bool {
        self.0.last_is_mine
    }
    /// Messages the asker has not read.
    async fn unread(&self) -> i32 {
        self.0.unread
    }
    /// The moment of the last message.
    async fn last_message_at(&self) -> Timestamp {
        self.0.last_message_at
    }
}

/// A conversation on its own, with its messages.
pub struct ConversationDetail(pub(crate) ConversationView);

#[Object]
impl ConversationDetail {
    /// Its id.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// The listing it is about, if the asker may still see it.
    async fn listing(&self, ctx: &Context<'_>) -> Result<Option<Listing>> {
        loaders::listing(ctx, self.0.listing).await
    }
    /// That listing's title.
    async fn listing_title(&self) -> &str {
        &self.0.listing_title
    }
    /// Which way that listing goes.
    async fn listing_direction(&self) -> Direction {
        self.0.listing_direction.into()
    }
    /// Where that listing stands.
    async fn listing_state(&self) -> ListingState {
        self.0.listing_state.into()
    }
    /// Whether that listing is the asker's own.
    async fn listing_is_mine(&self) -> bool {
        self.0.listing_is_mine
    }
    /// The other participant.
    async fn other(&self) -> Member {
        Member(self.0.other.clone())
    }
    /// Whether the other participant can receive messages.
    async fn may_write(&self) -> bool {
        self.0.may_write
    }
    /// Messages the asker has not read.
    async fn unread(&self) -> i32 {
        self.0.unread
    }
    /// The messages, the newest first.
    async fn messages(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<Message>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let found = desk.value(conversation::views::conversation(desk.db, desk.caller, self.0.id, &page).await)?;
        let found = desk.value(found.ok_or(conversation::ConversationError::NotFound))?;
        Ok(Connection::of(found.messages, Message))
    }
}

/// A private message.
pub struct Message(pub(crate) MessageView);

#[Object]
impl Message {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// The conversation it is in.
    async fn conversation_id(&self) -> ID {
        self.0.conversation.global()
    }
    /// Who wrote it; absent when the asker may not see that person any more.
    async fn author(&self, ctx: &Context<'_>) -> Result<Option<Member>> {
        loaders::member(ctx, self.0.author).await
    }
    /// What.
    async fn body(&self) -> &str {
        &self.0.body
    }
    /// When.
    async fn sent_at(&self) -> Timestamp {
        self.0.sent_at
    }
    /// Whether the asker wrote it.
    async fn is_mine(&self) -> bool {
        self.0.mine
    }
}
