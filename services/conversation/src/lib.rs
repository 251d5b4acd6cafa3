//! Private messages between two members about a listing.
//!
//! Purpose: answer a listing, write and read messages, know what is unread, tell of it by letter after a while.
//!
//! Invariants
//! - One conversation a listing and answering member; only its two participants know that it exists.
//! - Every write locks the two participants' rows first, in id order. Under that lock a message's `sent_at` is later than
//!   every earlier one of its conversation, so "read up to" and "told up to" are moments and nothing falls between.
//! - `unread` counts the other side's messages after `read_at`, at every commit.
//! - Whoever waits to come in reads and writes about their own request alone, once the team has let it through ([`guest`]).
//! - A message is told by letter once at the most ([`letter`]).

mod deliver;
mod store;

pub mod error;
pub mod guest;
pub mod letter;
pub mod limits;
pub mod read;
pub mod send;
pub mod start;
pub mod views;

pub use error::ConversationError;
pub use letter::{LetterMessage, MessageLetter, UnreadLetter};
pub use read::MarkRead;
pub use send::{Send, Sent};
pub use start::Answer;
pub use views::{ConversationRow, ConversationView, MessageView};
