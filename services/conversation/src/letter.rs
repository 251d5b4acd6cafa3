//! The letter that tells of unread messages: five minutes after the first, one a recipient and conversation, none if read.

use crate::{ConversationError, limits, store};
use database::{CommunityTx, DatabaseError, Db, Job, Lane, Schedule};
use kernel::{Act, Caller, ConversationId, ListingId, MemberId, MessageId, Timestamp};
use membership::MemberCard;
use serde::{Deserialize, Serialize};

/// Tell a member by letter what they have not read in a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageLetter {
    /// Where.
    pub conversation: ConversationId,
    /// Who is told.
    pub member: MemberId,
}

impl Job for MessageLetter {
    const KIND: &'static str = "message_letter";
    const LANE: Lane = Lane::Prompt;
}

/// What the letter says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadLetter {
    /// Where.
    pub conversation: ConversationId,
    /// Who is told.
    pub member: MemberId,
    /// Who wrote.
    pub sender: MemberCard,
    /// What it is about.
    pub listing: ListingId,
    /// The listing's title.
    pub listing_title: String,
    /// What was written and not told yet, oldest first; never empty, 20 at the most.
    pub messages: Vec<LetterMessage>,
    /// The moment of the last of them: what [`told`] is given once the letter has left.
    pub up_to: Timestamp,
}

/// One message of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterMessage {
    /// The message.
    pub id: MessageId,
    /// Its text.
    pub body: String,
    /// Its moment.
    pub sent_at: Timestamp,
}

/// What is to be told now. Nothing when everything was read or told, or the member does not wish such letters or is not
/// inside any more.
pub async fn letter(db: &Db, caller: &Caller, job: &MessageLetter) -> Result<Option<UnreadLetter>, ConversationError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let Some(about) = store::letter::about(&mut tx, job).await? else { return Ok(None) };
    let messages = store::letter::untold(&mut tx, job, limits::LETTER_MESSAGES).await?;
    let Some(up_to) = messages.last().map(|message| message.sent_at) else { return Ok(None) };
    Ok(Some(UnreadLetter {
        conversation: job.conversation,
        member: job.member,
        sender: about.sender,
        listing: about.listing,
        listing_title: about.listing_title,
        messages,
        up_to,
    }))
}

/// The letter has left: what it told is never told again. Messages that came meanwhile get a letter of their own.
pub async fn told(db: &Db, caller: &Caller, job: &MessageLetter, up_to: Timestamp) -> Result<(), ConversationError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    if store::pair::hold_own(&mut tx, job.conversation, job.member).await?.is_some() {
        store::letter::told(&mut tx, job, up_to).await?;
        // They found this very letter's job unfinished and wrote none.
        enqueue(&mut tx, job).await?;
    }
    Ok(tx.commit().await?)
}

/// Writes the job, unless one for the same first untold message waits already, or there is nothing to tell.
pub(crate) async fn enqueue(tx: &mut CommunityTx, job: &MessageLetter) -> Result<(), DatabaseError> {
    let Some(first) = store::letter::untold(tx, job, 1).await?.pop() else { return Ok(()) };
    let meaning = format!("message-letter:{}:{}:{}", job.conversation, job.member, first.id);
    let due = tx.now() + limits::letter_grace();
    tx.enqueue_with(job, Schedule::at(due).meaning(meaning)).await
}
