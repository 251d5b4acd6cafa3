//! What the asker was told.

use super::{Listing, Member};
use crate::{ids::Global as _, loaders, visit::Desk};
use async_graphql::{Context, ID, Object, Result};
use kernel::Timestamp;
use notice::NotificationView;
use phrases::Words;

/// One event told to the asker.
pub struct Notification(pub(crate) NotificationView);

#[Object]
impl Notification {
    /// Its id.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Of what kind, as a word: `message_received`, `admitted`, …
    async fn kind(&self) -> &str {
        self.0.kind.as_str()
    }
    /// Its sentence in the asker's language.
    async fn sentence(&self, ctx: &Context<'_>) -> Result<String> {
        let words: Words = Desk::of(ctx)?.visit.words;
        let (actor, subject) = (self.0.actor_name.as_str(), self.0.subject.as_str());
        Ok(words.t2(self.0.kind.phrase(), "actor", actor, "subject", subject))
    }
    /// Who did it, if that may be known.
    async fn actor(&self, ctx: &Context<'_>) -> Result<Option<Member>> {
        match self.0.actor {
            Some(actor) => loaders::member(ctx, actor).await,
            None => Ok(None),
        }
    }
    /// The listing it is about.
    async fn listing(&self, ctx: &Context<'_>) -> Result<Option<Listing>> {
        match self.0.listing {
            Some(listing) => loaders::listing(ctx, listing).await,
            None => Ok(None),
        }
    }
    /// The group it is about.
    async fn group_id(&self) -> Option<ID> {
        self.0.group.map(kernel::GroupId::global)
    }
    /// The conversation it is about.
    async fn conversation_id(&self) -> Option<ID> {
        self.0.conversation.map(kernel::ConversationId::global)
    }
    /// The sponsorship it is about.
    async fn sponsorship_id(&self) -> Option<ID> {
        self.0.sponsorship.map(kernel::SponsorshipId::global)
    }
    /// What the thing was called when it was told.
    async fn subject(&self) -> &str {
        &self.0.subject
    }
    /// When.
    async fn created_at(&self) -> Timestamp {
        self.0.created_at
    }
    /// When it was read.
    async fn read_at(&self) -> Option<Timestamp> {
        self.0.read_at
    }
}
