//! What whoever waits to come in may do with answers to their own request ([`exchange::guest_request`]): read and answer those, and
//! nothing else. To them any other conversation is absent, one of an earlier membership as well.

mod read;
mod reply;
mod views;

pub use read::mark_read_as_guest;
pub use reply::reply_as_guest;
pub use views::{conversation_as_guest, conversations_as_guest};

use crate::{ConversationError, store};
use database::CommunityTx;
use kernel::{ConversationId, MemberId};

async fn must_be_about_own_request(
    tx: &mut CommunityTx,
    conversation: ConversationId,
    me: MemberId,
) -> Result<(), ConversationError> {
    if store::guest::is_asked(tx, conversation, me).await? { Ok(()) } else { Err(ConversationError::NotFound) }
}
