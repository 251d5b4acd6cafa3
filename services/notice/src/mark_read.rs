//! A member has read notifications.

use crate::{NoticeError, store};
use database::{CommunityTx, DatabaseError, Db};
use kernel::{Act, Caller, ConversationId, MemberId, NotificationId};
use uuid::Uuid;

/// Which of the caller's notifications were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkRead {
    /// All of them.
    All,
    /// These; ids of others' notifications are passed over in silence.
    These(Vec<NotificationId>),
}

/// Marks them read; says how many were unread before.
pub async fn mark_read(db: &Db, caller: &Caller, which: MarkRead) -> Result<u64, NoticeError> {
    let me = caller.must_as_member(Act::ReadNotifications)?;
    let these: Option<Vec<Uuid>> = match which {
        MarkRead::All => None,
        MarkRead::These(ids) => Some(ids.into_iter().map(Uuid::from).collect()),
    };
    let mut tx = db.begin(caller.community).await?;
    let marked = store::mark_read(&mut tx, me.member, these.as_deref()).await?;
    tx.commit().await?;
    Ok(marked)
}

/// Whoever reads a conversation has read what they were told of it. In the transaction that says so.
pub async fn conversation_read_tx(
    tx: &mut CommunityTx,
    member: MemberId,
    conversation: ConversationId,
) -> Result<(), DatabaseError> {
    store::mark_conversation_read(tx, member, conversation).await
}
