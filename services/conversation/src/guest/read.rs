//! Whoever waits has read what was written about their request.

use super::must_be_about_own_request;
use crate::{ConversationError, MarkRead, read::read_tx};
use database::Db;
use kernel::{Act, Caller};

/// As [`crate::read::mark_read`], for a conversation about the caller's own request.
///
/// # Errors
/// `NotFound` about anything else.
pub async fn mark_read_as_guest(db: &Db, caller: &Caller, cmd: MarkRead) -> Result<i32, ConversationError> {
    let me = caller.must_as_member(Act::AskAsGuest)?;
    let mut tx = db.begin(caller).await?;
    must_be_about_own_request(&mut tx, cmd.conversation, me.member).await?;
    let unread = read_tx(&mut tx, me.member, cmd).await?;
    tx.commit().await?;
    Ok(unread)
}
