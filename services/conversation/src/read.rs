//! Having read a conversation.

use crate::{ConversationError, store};
use database::{CommunityTx, Db};
use kernel::{Act, Caller, ConversationId, MemberId, MessageId};

/// The caller has read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MarkRead {
    /// Which conversation.
    pub conversation: ConversationId,
    /// The last message the caller has seen, so that one that arrives at this moment stays unread; all when absent.
    pub up_to: Option<MessageId>,
}

/// Marks the conversation read, and what was told of it once nothing is left; says how many of its messages are unread
/// now. Never turns back.
pub async fn mark_read(db: &Db, caller: &Caller, cmd: MarkRead) -> Result<i32, ConversationError> {
    let me = caller.must_as_member(Act::Converse)?;
    let mut tx = db.begin(caller).await?;
    let unread = read_tx(&mut tx, me.member, cmd).await?;
    tx.commit().await?;
    Ok(unread)
}

/// The same, once it is known that they take part.
pub(crate) async fn read_tx(tx: &mut CommunityTx, me: MemberId, cmd: MarkRead) -> Result<i32, ConversationError> {
    let last = store::pair::hold_own(tx, cmd.conversation, me).await?.ok_or(ConversationError::NotFound)?;
    let read_at = match cmd.up_to {
        None => last,
        Some(id) => match store::message::find(tx, id).await? {
            Some(message) if message.conversation == cmd.conversation => message.sent_at,
            _ => return Err(ConversationError::NotFound),
        },
    };
    let unread = store::pair::read(tx, cmd.conversation, me, read_at).await?;
    if unread == 0 {
        notice::mark_read::conversation_read_tx(tx, me, cmd.conversation).await?;
    }
    Ok(unread)
}
