//! Answering a listing.

use crate::{
    ConversationError, Sent, deliver,
    error::checked_body,
    limits,
    store::{self, Pair},
};
use database::{CommunityTx, Db};
use exchange::State;
use kernel::{Act, Caller, ConversationId, Deed, ListingId, MemberId, MessageId};

/// A first message about somebody's listing (or a further one, if the caller had answered it before).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Made by the client. If the caller has a conversation about this listing already, that one is continued.
    pub id: ConversationId,
    /// The listing that is answered.
    pub listing: ListingId,
    /// Made by the client: sending twice writes once.
    pub message: MessageId,
    /// 1 to 4,000 characters.
    pub body: String,
}

/// Writes to the author of a listing. Repeating it changes nothing and answers the same.
pub async fn answer(db: &Db, caller: &Caller, cmd: Answer) -> Result<Sent, ConversationError> {
    let me = caller.must_as_member(Act::Converse)?;
    db.count(caller, Deed::Converse, None).await?;
    let body = checked_body(&cmd.body)?;
    let mut tx = db.begin(caller).await?;
    store::today::lock(&mut tx, me.member).await?;
    let pair = open(&mut tx, &cmd, me.member).await?;
    let sent = deliver::deliver(&mut tx, &pair, cmd.message, &body).await?;
    tx.commit().await?;
    Ok(sent)
}

/// The caller's conversation about the listing, begun now if there is none.
async fn open(tx: &mut CommunityTx, cmd: &Answer, me: MemberId) -> Result<Pair, ConversationError> {
    if let Some(existing) = store::pair::about(tx, cmd.listing, me).await? {
        return held(tx, existing, me).await;
    }
    let listing = exchange::hold::hold_tx(tx, cmd.listing).await?.ok_or(ConversationError::NotFound)?;
    if listing.author == me {
        return Err(ConversationError::OwnListing);
    }
    if listing.state != State::Open {
        return Err(ConversationError::ListingClosed);
    }
    if exchange::fairness::not_before_tx(tx, me, cmd.listing).await?.is_some() {
        return Err(ConversationError::OthersFirst);
    }
    if store::pair::begin(tx, cmd.id, &listing, me).await? {
        if store::today::begun(tx, me).await? > limits::CONVERSATIONS_A_DAY {
            return Err(ConversationError::EnoughBegun);
        }
        return Ok(Pair::begun(cmd.id, listing, me));
    }
    // The same member answered at the same moment from elsewhere; or the id belongs to other people, who are not named.
    let existing = store::pair::about(tx, cmd.listing, me).await?.ok_or(ConversationError::NotFound)?;
    held(tx, existing, me).await
}

async fn held(tx: &mut CommunityTx, conversation: ConversationId, me: MemberId) -> Result<Pair, ConversationError> {
    store::pair::hold(tx, conversation, me).await?.ok_or(ConversationError::NotFound)
}
