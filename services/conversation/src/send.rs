//! Writing a message in a conversation.

use crate::{ConversationError, deliver, error::checked_body, store};
use database::Db;
use kernel::{Act, Caller, ConversationId, Deed, MessageId, Timestamp};

/// A further message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Send {
    /// Made by the client: sending twice writes once.
    pub id: MessageId,
    /// Where.
    pub conversation: ConversationId,
    /// 1 to 4,000 characters.
    pub body: String,
}

/// It is written (now, or when the same command came first).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sent {
    /// Where it is; for an answer not necessarily the id that was proposed.
    pub conversation: ConversationId,
    /// The message.
    pub message: MessageId,
    /// Its moment, later than that of every earlier message of the conversation.
    pub sent_at: Timestamp,
}

/// Writes to the other participant. Repeating it changes nothing and answers the same.
pub async fn send(db: &Db, caller: &Caller, cmd: Send) -> Result<Sent, ConversationError> {
    let me = caller.must_as_member(Act::Converse)?;
    db.count(caller, Deed::Converse, None).await?;
    let body = checked_body(&cmd.body)?;
    let mut tx = db.begin(caller).await?;
    store::today::lock(&mut tx, me.member).await?;
    let pair = store::pair::hold(&mut tx, cmd.conversation, me.member).await?.ok_or(ConversationError::NotFound)?;
    let sent = deliver::deliver(&mut tx, &pair, cmd.id, &body).await?;
    tx.commit().await?;
    Ok(sent)
}
