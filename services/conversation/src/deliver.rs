//! What happens when a message is written, whichever way.

use crate::{ConversationError, MessageLetter, Sent, letter, limits, store, store::Pair};
use chrono::{Duration, SubsecRound};
use database::{CommunityTx, Topic};
use kernel::{MessageId, Timestamp};
use notice::{Kind, Tell};

/// Writes the message into the conversation, whose two participants' rows are locked (or were made by this transaction).
pub(crate) async fn deliver(
    tx: &mut CommunityTx,
    pair: &Pair,
    id: MessageId,
    body: &str,
) -> Result<Sent, ConversationError> {
    if let Some(known) = store::message::find(tx, id).await? {
        let repeated = known.author == pair.me && known.conversation == pair.conversation;
        let sent = Sent { conversation: pair.conversation, message: id, sent_at: known.sent_at };
        return if repeated { Ok(sent) } else { Err(ConversationError::NotFound) };
    }
    if !pair.other_takes_part {
        return Err(ConversationError::RecipientAway);
    }
    let sent = Sent { conversation: pair.conversation, message: id, sent_at: moment(tx.now(), pair.last_message_at) };
    if !store::message::insert(tx, pair, &sent, body).await? {
        return Err(ConversationError::NotFound);
    }
    if store::today::written(tx, pair.me).await? > limits::MESSAGES_A_DAY {
        return Err(ConversationError::EnoughWritten);
    }
    store::pair::count(tx, pair, sent.sent_at).await?;
    tell(tx, pair, &sent).await?;
    Ok(sent)
}

/// Later than everything before, whatever the clock of this machine says; whole microseconds, as the database keeps it.
fn moment(now: Timestamp, last: Option<Timestamp>) -> Timestamp {
    let now = now.trunc_subsecs(6);
    last.map_or(now, |last| now.max(last + Duration::microseconds(1)))
}

async fn tell(tx: &mut CommunityTx, pair: &Pair, sent: &Sent) -> Result<(), ConversationError> {
    // One notification for a run of unread messages, not one for each.
    if pair.other_unread == 0 {
        let told = Tell::new(pair.other, Kind::MessageReceived, format!("message-received:{}", sent.message));
        let told = told.by(pair.me).about_listing(pair.listing, pair.title.as_str()).in_conversation(pair.conversation);
        notice::tell_tx(tx, told).await?;
    }
    let job = MessageLetter { conversation: pair.conversation, member: pair.other };
    letter::enqueue(tx, &job).await?;
    tx.announce(pair.other, Topic::Message { conversation: pair.conversation, message: sent.message });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_later_than_the_one_before_even_when_the_clock_is_not() {
        let now = Timestamp::from_timestamp_nanos(1_795_000_000_123_456_789);
        assert_eq!(moment(now, None).timestamp_subsec_nanos(), 123_456_000);
        let ahead = now.trunc_subsecs(6) + Duration::seconds(3);
        assert_eq!(moment(now, Some(ahead)), ahead + Duration::microseconds(1));
        assert_eq!(moment(now, Some(now - Duration::seconds(3))), now.trunc_subsecs(6));
    }
}
