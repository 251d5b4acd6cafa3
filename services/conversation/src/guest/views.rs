//! Answers to the request of whoever waits, as they see them.

use crate::{ConversationError, ConversationRow, ConversationView, store};
use database::Db;
use kernel::{Act, Caller, ConversationId, Page, PageRequest};

/// The conversations about the caller's request, the latest first.
pub async fn conversations_as_guest(
    db: &Db,
    caller: &Caller,
    page: &PageRequest,
) -> Result<Page<ConversationRow>, ConversationError> {
    let me = caller.must_as_member(Act::AskAsGuest)?;
    let mut tx = db.begin(caller).await?;
    let found = store::inbox::page(&mut tx, me.member, true, page).await?;
    tx.commit().await?;
    Ok(found)
}

/// One of them with a page of its messages; nothing when it is about anything else. Changes nothing.
pub async fn conversation_as_guest(
    db: &Db,
    caller: &Caller,
    id: ConversationId,
    page: &PageRequest,
) -> Result<Option<ConversationView>, ConversationError> {
    let me = caller.must_as_member(Act::AskAsGuest)?;
    let mut tx = db.begin(caller).await?;
    if !store::guest::is_asked(&mut tx, id, me.member).await? {
        return Ok(None);
    }
    let Some(head) = store::one::head(&mut tx, id, me.member).await? else { return Ok(None) };
    let messages = store::message::page(&mut tx, id, me.member, page).await?;
    tx.commit().await?;
    Ok(Some(head.with(messages)))
}
