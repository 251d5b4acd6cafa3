//! Somebody who waits has read what was written about their request.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use conversation::{MarkRead, guest};
use kernel::{ConversationId, MessageId};

/// The asker has read it.
#[derive(InputObject)]
pub struct MarkReadAsGuestInput {
    /// Which conversation.
    conversation_id: ID,
    /// The last message that was shown; all when absent.
    up_to_message_id: Option<ID>,
}

payload! {
    /// What came of it.
    MarkReadAsGuestPayload {
        /// How many of its messages are unread now.
        unread: i32,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: MarkReadAsGuestInput) -> Result<MarkReadAsGuestPayload> {
    let cmd = MarkRead {
        conversation: ConversationId::asked(&input.conversation_id),
        up_to: input.up_to_message_id.as_ref().map(MessageId::asked),
    };
    let done = guest::mark_read_as_guest(desk.db, desk.caller, cmd).await;
    desk.payload(done, |unread| MarkReadAsGuestPayload { unread: Some(unread), refusal: None })
}
