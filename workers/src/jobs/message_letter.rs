//! Tells a member what they have not read in a conversation: how much and from whom, never the text.

use super::send::{Desk, Fate, NOT_NEEDED};
use crate::context::Context;
use crate::letters::new_message::NewMessage;
use crate::letters::said;
use crate::outcome::Handled;
use crate::paths;
use conversation::{MessageLetter, letter};
use database::queue::Leased;

pub(crate) async fn handle(context: &Context, leased: &Leased, job: MessageLetter) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let Some(unread) = letter::letter(&context.db, &desk.caller(), &job).await? else { return NOT_NEEDED };
    let Some(to) = desk.recipient(job.member).await?.filter(|to| to.message_letters) else { return NOT_NEEDED };
    // Whoever waits to come in reads it in the waiting room.
    let page = if to.standing.is_waiting() { paths::guest_talk } else { paths::conversation };
    let link = page(&desk.house.home, job.conversation);
    let says = NewMessage {
        author: unread.sender.name.clone(),
        about: said(&unread.listing_title, 120),
        count: unread.messages.len(),
        link,
        // A name for the whole conversation that no letter bears: mail programs show its letters together.
        thread: Some(job.conversation.0.as_hyphenated().to_string()),
    };
    let fate = desk.write_to(&to, |_| says).await?;
    if matches!(fate, Fate::Sent | Fate::Unreachable) {
        letter::told(&context.db, &desk.caller(), &job, unread.up_to).await?;
    }
    Ok(fate.into())
}
