//! A conversation as lists show it.

use crate::preview::Preview;
use conversation::ConversationRow;
use kernel::{Role, Timestamp};
use phrases::Words;
use uuid::Uuid;

/// A row of the inbox, also shown on the home page and beside a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    pub id: String,
    pub href: String,
    pub name: String,
    pub about: String,
    /// How the last message begins.
    pub preview: String,
    /// Whether the reader wrote it.
    pub mine: bool,
    pub unread: i32,
    pub ago: String,
    pub machine: String,
}

impl Row {
    pub(crate) fn of(row: &ConversationRow, words: Words, now: &Timestamp) -> Self {
        Self {
            id: row.id.to_string(),
            href: format!("/messages/{}", row.id),
            name: row.other.name.clone(),
            about: row.listing_title.clone(),
            preview: crate::kit::beginning(&row.preview, 110),
            mine: row.last_is_mine,
            unread: row.unread,
            ago: words.ago(&row.last_message_at, now),
            machine: words.machine(&row.last_message_at),
        }
    }

    pub(crate) fn all(rows: &[ConversationRow], words: Words, now: &Timestamp) -> Vec<Self> {
        rows.iter().map(|row| Self::of(row, words, now)).collect()
    }
}

/// Name, the keys of the listing and of the last message, whether the reader wrote it, unread.
type Said = (&'static str, &'static str, &'static str, bool, i32);

const SAID: [Said; 4] = [
    ("Bruno Faure", "conversation-sample-about-1", "conversation-sample-last-1", false, 2),
    ("Karim Benali", "conversation-sample-about-2", "conversation-sample-last-2", false, 1),
    ("Minh Nguyen", "conversation-sample-about-3", "conversation-sample-last-3", true, 0),
    (
        "Marie-Antoinette de la Fontaine-Beaumarchais",
        "conversation-sample-about-4",
        "conversation-sample-last-4",
        false,
        0,
    ),
];

/// Invented conversations.
pub(crate) fn samples(preview: &Preview) -> Vec<ConversationRow> {
    let row = |(place, said): (usize, &Said)| {
        let (name, title, text, mine, unread) = *said;
        ConversationRow {
            id: Uuid::from_u128(0xc0 + place as u128).into(),
            listing: Uuid::from_u128(0x1157).into(),
            listing_title: preview.words.t(title),
            other: preview.person(name, "Corbigny", Role::None),
            preview: preview.words.t(text),
            last_is_mine: mine,
            unread,
            last_message_at: preview.now - chrono::Duration::hours(i64::try_from(place * 30 + 1).unwrap_or(1)),
        }
    };
    SAID.iter().enumerate().map(row).collect()
}
