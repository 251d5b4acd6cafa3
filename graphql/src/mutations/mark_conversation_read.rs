//! Having read a conversation.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use conversation::MarkRead;
use kernel::{ConversationId, MessageId};

/// The asker has read it.
#[derive(InputObject)]
pub struct MarkConversationReadInput {
    /// Which conversation.
    conversation_id: ID,
    /// The last message the asker has seen; all when absent.
    up_to: Option<ID>,
}

payload! {
    /// What came of it.
    MarkConversationReadPayload {
        /// How many of its messages are unread now.
        unread: i32,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: MarkConversationReadInput) -> Result<MarkConversationReadPayload> {
    let conversation = ConversationId::asked(&input.conversation_id);
    let cmd = MarkRead { conversation, up_to: input.up_to.as_ref().map(MessageId::asked) };
    let done = conversation::read::mark_read(desk.db, desk.caller, cmd).await;
    desk.payload(done, |unread| MarkConversationReadPayload { unread: Some(unread), refusal: None })
}
