//! Writing to the author of a listing.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use conversation::Answer;
use kernel::{ConversationId, ListingId, MessageId, Timestamp};
use uuid::Uuid;

/// A first message about somebody's listing; continues the conversation if there is one.
#[derive(InputObject)]
pub struct AnswerListingInput {
    /// The conversation's id, made by the client.
    id: Uuid,
    /// The listing that is answered.
    listing_id: ID,
    /// The message's id, made by the client: sending twice writes once.
    message_id: Uuid,
    /// 1 to 4,000 characters.
    body: String,
}

payload! {
    /// What came of it.
    AnswerListingPayload {
        /// Where the message is: not the proposed id when there was a conversation already.
        conversation_id: ID,
        /// The message.
        message_id: ID,
        /// Its moment.
        sent_at: Timestamp,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: AnswerListingInput) -> Result<AnswerListingPayload> {
    let cmd = Answer {
        id: ConversationId(input.id),
        listing: ListingId::asked(&input.listing_id),
        message: MessageId(input.message_id),
        body: input.body,
    };
    let done = conversation::start::answer(desk.db, desk.caller, cmd).await;
    desk.payload(done, |sent| AnswerListingPayload {
        conversation_id: Some(sent.conversation.global()),
        message_id: Some(sent.message.global()),
        sent_at: Some(sent.sent_at),
        refusal: None,
    })
}
