//! A further private message.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use conversation::Send;
use kernel::{ConversationId, MessageId, Timestamp};
use uuid::Uuid;

/// A message.
#[derive(InputObject)]
pub struct SendMessageInput {
    /// Made by the client: sending twice writes once.
    id: Uuid,
    /// Where.
    conversation_id: ID,
    /// 1 to 4,000 characters.
    body: String,
}

payload! {
    /// What came of it.
    SendMessagePayload {
        /// The message.
        message_id: ID,
        /// Its moment.
        sent_at: Timestamp,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: SendMessageInput) -> Result<SendMessagePayload> {
    let cmd =
        Send { id: MessageId(input.id), conversation: ConversationId::asked(&input.conversation_id), body: input.body };
    let done = conversation::send::send(desk.db, desk.caller, cmd).await;
    desk.payload(done, |sent| SendMessagePayload {
        message_id: Some(sent.message.global()),
        sent_at: Some(sent.sent_at),
        refusal: None,
    })
}
