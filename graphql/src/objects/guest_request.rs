//! The one request of somebody who waits to come in.

use super::{Listing, Message};
use crate::{
    ids::Global as _,
    page::Connection,
    visit::Desk,
    words::{ListingKind, ListingState, Settlement},
};
use async_graphql::{Context, ID, Object, Result};
use conversation::{ConversationError, ConversationRow, ConversationView, guest};
use exchange::guest_request::{GuestRequestView, RequestToCheck as Waits};
use kernel::{PageRequest, Timestamp};
use membership::MemberCard;

/// The asker's own, while they wait.
pub struct GuestRequest(pub(crate) GuestRequestView);

#[Object]
impl GuestRequest {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.row.id.global()
    }
    /// What it is about.
    async fn kind(&self) -> ListingKind {
        self.0.row.kind.into()
    }
    /// What may be given in return.
    async fn settlements(&self) -> Vec<Settlement> {
        self.0.row.settlements.iter().copied().map(Settlement::from).collect()
    }
    /// Its title.
    async fn title(&self) -> &str {
        &self.0.row.title
    }
    /// Its whole text.
    async fn body(&self) -> &str {
        &self.0.body
    }
    /// One of the community's categories, or empty.
    async fn category(&self) -> &str {
        &self.0.row.category
    }
    /// Where; may be empty.
    async fn town(&self) -> &str {
        &self.0.row.town
    }
    /// Where it stands: members see it while it is open.
    async fn state(&self) -> ListingState {
        self.0.row.state.into()
    }
    /// When it was last given to the team.
    async fn sent_at(&self) -> Timestamp {
        self.0.sent_at
    }
    /// Until when it is shown.
    async fn expires_at(&self) -> Timestamp {
        self.0.row.expires_at
    }
    /// Why the team sent it back; empty otherwise.
    async fn return_reason(&self) -> &str {
        &self.0.return_reason
    }
    /// Why the team closed it; empty otherwise.
    async fn close_reason(&self) -> &str {
        &self.0.close_reason
    }
    /// Who wrote about it, to choose from when asked who helped; at most 50.
    async fn helpers(&self) -> Vec<GuestHelper> {
        self.0.helpers.iter().cloned().map(GuestHelper).collect()
    }
    /// What members wrote about it, the latest first; at most 50.
    async fn answers(&self, ctx: &Context<'_>) -> Result<Vec<GuestConversation>> {
        let desk = Desk::of(ctx)?;
        let page = PageRequest::new(50, None);
        let found = desk.value(guest::conversations_as_guest(desk.db, desk.caller, &page).await)?;
        Ok(found.items.into_iter().map(GuestConversation).collect())
    }
}

/// Somebody who wrote about it.
pub struct GuestHelper(MemberCard);

#[Object]
impl GuestHelper {
    /// Their id.
    async fn member_id(&self) -> ID {
        self.0.id.global()
    }
    /// Their name.
    async fn name(&self) -> &str {
        &self.0.name
    }
}

/// A conversation about the asker's request, while they wait.
pub struct GuestConversation(pub(crate) ConversationRow);

#[Object]
impl GuestConversation {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Who wrote.
    async fn with(&self) -> GuestHelper {
        GuestHelper(self.0.other.clone())
    }
    /// How the last message begins, at most 160 characters.
    async fn preview(&self) -> &str {
        &self.0.preview
    }
    /// Messages the asker has not read.
    async fn unread(&self) -> i32 {
        self.0.unread
    }
}

/// The same on its own, with its messages.
pub struct GuestConversationDetail(pub(crate) ConversationView);

#[Object]
impl GuestConversationDetail {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Who wrote.
    async fn with(&self) -> GuestHelper {
        GuestHelper(self.0.other.clone())
    }
    /// Whether the other side can receive messages.
    async fn may_write(&self) -> bool {
        self.0.may_write
    }
    /// Messages the asker has not read.
    async fn unread(&self) -> i32 {
        self.0.unread
    }
    /// The messages, the newest first. While one waits, `isMine` tells who wrote which.
    async fn messages(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<Message>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let found = desk.value(guest::conversation_as_guest(desk.db, desk.caller, self.0.id, &page).await)?;
        let found = desk.value(found.ok_or(ConversationError::NotFound))?;
        Ok(Connection::of(found.messages, Message))
    }
}

/// A request of somebody who waits, for a steward to read.
pub struct RequestToCheck(pub(crate) Waits);

#[Object]
impl RequestToCheck {
    /// The request.
    async fn listing(&self) -> Listing {
        Listing(self.0.row.clone())
    }
    /// Its whole text.
    async fn body(&self) -> &str {
        &self.0.body
    }
    /// When it was given to the team: a decision names it, so that nothing is let through unread.
    async fn sent_at(&self) -> Timestamp {
        self.0.sent_at
    }
}
