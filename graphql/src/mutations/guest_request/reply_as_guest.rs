//! Somebody who waits answers whoever wrote about their request.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use conversation::{Send, guest};
use kernel::{ConversationId, MessageId, Timestamp};
use uuid::Uuid;

/// A message.
#[derive(InputObject)]
pub struct ReplyAsGuestInput {
    /// Made by the client: sending twice writes once.
    id: Uuid,
    /// Where: a conversation about the asker's request.
    conversation_id: ID,
    /// 1 to 4,000 characters.
    body: String,
}

payload! {
    /// What came of it.
    ReplyAsGuestPayload {
        /// The message.
        message_id: ID,
        /// Its moment.
        sent_at: Timestamp,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: ReplyAsGuestInput) -> Result<ReplyAsGuestPayload> {
    let conversation = ConversationId::asked(&input.conversation_id);
    let cmd = Send { id: MessageId(input.id), conversation, body: input.body };
    let done = guest::reply_as_guest(desk.db, desk.caller, cmd).await;
    desk.payload(done, |sent| ReplyAsGuestPayload {
        message_id: Some(sent.message.global()),
        sent_at: Some(sent.sent_at),
        refusal: None,
    })
}
