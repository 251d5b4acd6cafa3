//! A conversation as lists show it.

use crate::preview::Preview;
use conversation::ConversationRow;
use kernel::{Language, Role, Timestamp};
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

type Said = (&'static str, &'static str, &'static str, bool, i32);

const FRENCH: [Said; 4] = [
    (
        "Bruno Faure",
        "Perceuse à percussion, pour le week-end",
        "Parfait, je vous note pour samedi. Passez à 10 h, je fais du café.",
        false,
        2,
    ),
    ("Karim Benali", "Remorque deux roues, à la journée", "Est-ce que je peux passer dimanche vers 10 h ?", false, 1),
    ("Minh Nguyen", "Un œil sur mon dossier de retraite", "Merci, à jeudi alors.", true, 0),
    (
        "Marie-Antoinette de la Fontaine-Beaumarchais",
        "Romans policiers en gros caractères",
        "J’ai lu les trois premiers d’une traite, avez-vous la suite ?",
        false,
        0,
    ),
];

const ENGLISH: [Said; 4] = [
    (
        "Bruno Faure",
        "Hammer drill, for the weekend",
        "Perfect, Saturday it is. Come at ten, I will make coffee.",
        false,
        2,
    ),
    ("Karim Benali", "Two-wheel trailer, by the day", "May I come by on Sunday around ten?", false, 1),
    ("Minh Nguyen", "Somebody to look at my pension papers", "Thank you, see you on Thursday then.", true, 0),
    (
        "Marie-Antoinette de la Fontaine-Beaumarchais",
        "Crime novels in large print",
        "I read the first three in one go. Do you have the next ones?",
        false,
        0,
    ),
];

/// Invented conversations.
pub(crate) fn samples(preview: &Preview) -> Vec<ConversationRow> {
    let said = match preview.words.language {
        Language::Fr => &FRENCH,
        Language::En => &ENGLISH,
    };
    let row = |(place, said): (usize, &Said)| {
        let (name, title, text, mine, unread) = *said;
        ConversationRow {
            id: Uuid::from_u128(0xc0 + place as u128).into(),
            listing: Uuid::from_u128(0x1157).into(),
            listing_title: title.to_owned(),
            other: preview.person(name, "Corbigny", Role::None),
            preview: text.to_owned(),
            last_is_mine: mine,
            unread,
            last_message_at: preview.now - chrono::Duration::hours(i64::try_from(place * 30 + 1).unwrap_or(1)),
        }
    };
    said.iter().enumerate().map(row).collect()
}
