//! Conversations as pages and GraphQL show them.

use crate::{ConversationError, store};
use database::Db;
use exchange::{Direction, State};
use kernel::{Act, Caller, ConversationId, ListingId, MemberId, MessageId, Page, PageRequest, Timestamp};
use membership::MemberCard;

/// A conversation in the inbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConversationRow {
    /// The conversation.
    pub id: ConversationId,
    /// What it is about.
    pub listing: ListingId,
    /// The listing's title.
    pub listing_title: String,
    /// The other participant.
    pub other: MemberCard,
    /// How the last message begins, 160 characters.
    pub preview: String,
    /// Whether the caller wrote the last message.
    pub last_is_mine: bool,
    /// Messages the caller has not read.
    pub unread: i32,
    /// The moment of the last message.
    pub last_message_at: Timestamp,
}

/// A conversation on its own page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConversationView {
    /// The conversation.
    pub id: ConversationId,
    /// What it is about.
    pub listing: ListingId,
    /// The listing's title.
    pub listing_title: String,
    /// Which way the listing goes.
    pub listing_direction: Direction,
    /// Where the listing stands.
    pub listing_state: State,
    /// Whether the listing is the caller's own.
    pub listing_is_mine: bool,
    /// The other participant.
    pub other: MemberCard,
    /// Whether the other participant can receive messages.
    pub may_write: bool,
    /// Messages the caller has not read.
    pub unread: i32,
    /// The messages, the newest first.
    pub messages: Page<MessageView>,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageView {
    /// The message.
    pub id: MessageId,
    /// Where it is.
    pub conversation: ConversationId,
    /// Who wrote it.
    pub author: MemberId,
    /// What.
    pub body: String,
    /// When.
    pub sent_at: Timestamp,
    /// Whether the caller wrote it.
    pub mine: bool,
}

/// The caller's conversations, the latest first.
pub async fn inbox(db: &Db, caller: &Caller, page: &PageRequest) -> Result<Page<ConversationRow>, ConversationError> {
    let me = caller.must_as_member(Act::Converse)?;
    let mut tx = db.begin(caller).await?;
    Ok(store::inbox::page(&mut tx, me.member, false, page).await?)
}

/// One of the caller's conversations with a page of its messages; nothing when it is absent, foreign or of other people.
/// Changes nothing: having read it is said with [`crate::read::mark_read`].
pub async fn conversation(
    db: &Db,
    caller: &Caller,
    id: ConversationId,
    page: &PageRequest,
) -> Result<Option<ConversationView>, ConversationError> {
    let me = caller.must_as_member(Act::Converse)?;
    let mut tx = db.begin(caller).await?;
    let Some(head) = store::one::head(&mut tx, id, me.member).await? else { return Ok(None) };
    let messages = store::message::page(&mut tx, id, me.member, page).await?;
    Ok(Some(head.with(messages)))
}

/// One message of one of the caller's conversations. For what was announced to an open page.
pub async fn message(db: &Db, caller: &Caller, id: MessageId) -> Result<Option<MessageView>, ConversationError> {
    let me = caller.must_as_member(Act::Converse)?;
    let mut tx = db.begin(caller).await?;
    Ok(store::message::of_member(&mut tx, id, me.member).await?)
}

/// The conversation in which the caller answered this listing, if they did.
pub async fn about(db: &Db, caller: &Caller, listing: ListingId) -> Result<Option<ConversationId>, ConversationError> {
    let me = caller.must_as_member(Act::Converse)?;
    let mut tx = db.begin(caller).await?;
    Ok(store::pair::about(&mut tx, listing, me.member).await?)
}

/// How many messages the caller has not read, over all conversations.
pub async fn unread(db: &Db, caller: &Caller) -> Result<i64, ConversationError> {
    let me = caller.must_as_member(Act::Converse)?;
    let mut tx = db.begin(caller).await?;
    Ok(store::inbox::unread(&mut tx, me.member).await?)
}

/// What is new for the caller, as every page tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct News {
    /// Messages they have not read, over all conversations.
    pub messages: i64,
    /// Notifications they have not read.
    pub notifications: i64,
}

/// What is new for the caller, in one transaction.
pub async fn news(db: &Db, caller: &Caller) -> Result<News, ConversationError> {
    let me = caller.must_as_member(Act::Converse)?;
    let mut tx = db.begin(caller).await?;
    let messages = store::inbox::unread(&mut tx, me.member).await?;
    let notifications = notice::unread_tx(&mut tx, me.member).await?;
    tx.commit().await?;
    Ok(News { messages, notifications })
}
