//! Whoever waits answers somebody who wrote about their request.

use super::must_be_about_own_request;
use crate::{ConversationError, Send, Sent, deliver, error::checked_body, store};
use database::Db;
use kernel::{Act, Caller, Deed};

/// Writes to whoever wrote about the caller's request. Repeating it changes nothing and answers the same.
///
/// # Errors
/// `NotFound` about anything else; otherwise as [`crate::send::send`].
pub async fn reply_as_guest(db: &Db, caller: &Caller, cmd: Send) -> Result<Sent, ConversationError> {
    let me = caller.must_as_member(Act::AskAsGuest)?;
    db.count(caller, Deed::Converse, None).await?;
    let body = checked_body(&cmd.body)?;
    let mut tx = db.begin(caller).await?;
    store::today::lock(&mut tx, me.member).await?;
    must_be_about_own_request(&mut tx, cmd.conversation, me.member).await?;
    let pair = store::pair::hold(&mut tx, cmd.conversation, me.member).await?.ok_or(ConversationError::NotFound)?;
    let sent = deliver::deliver(&mut tx, &pair, cmd.id, &body).await?;
    tx.commit().await?;
    Ok(sent)
}
