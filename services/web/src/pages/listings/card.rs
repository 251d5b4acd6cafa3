//! A listing as lists show it, with its words chosen.

use super::{audience, extent, reserved, still_of, urgent, wording};
use crate::kit;
use crate::pages::mandates;
use exchange::{Direction, ListingRow, PhotoView};
use kernel::Timestamp;
use phrases::Words;

/// A card or row; the template prints it as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Card {
    pub href: String,
    /// The drawing that stands in for a photo.
    pub still: &'static str,
    /// Its first photo.
    pub cover: Option<PhotoView>,
    pub offers: bool,
    pub direction: String,
    pub kind: String,
    pub title: String,
    pub excerpt: String,
    pub author: String,
    /// Its author, and for whom they ask.
    pub by: String,
    pub town: String,
    /// How far away, in a list of what is near; else empty.
    pub away: String,
    /// Whether its author waits to come in.
    pub waits: bool,
    /// For whom it is, where not for everybody.
    pub audience: Option<String>,
    /// That it is promised to somebody.
    pub reserved: Option<String>,
    /// That it is urgent, and until when.
    pub urgent: Option<String>,
    pub settlements: String,
    /// When, how many, how long: a phrase each.
    pub facts: Vec<String>,
    pub ago: String,
    /// The language it is written in, when it is not the page's.
    pub language: Option<&'static str>,
}

impl Card {
    pub(crate) fn of(row: &ListingRow, words: Words, now: &Timestamp) -> Self {
        Self {
            href: format!("/listings/{}", row.id),
            still: still_of(row.kind, &row.title, &row.category),
            cover: row.cover.clone(),
            offers: row.direction == Direction::Offer,
            direction: wording::direction(row.direction, words),
            kind: wording::kind(row.kind, words),
            title: row.title.clone(),
            excerpt: kit::beginning(&row.excerpt, 140),
            author: row.author.name.clone(),
            by: mandates::wording::by(&row.author.name, row.on_behalf.as_ref(), words),
            town: row.town.clone(),
            away: row.nearness.map_or_else(String::new, |near| wording::nearness(near, words)),
            waits: row.author.standing.is_waiting(),
            audience: audience::tag(row, words),
            reserved: reserved::tag(row, words),
            urgent: urgent::tag(row, words, now),
            settlements: wording::settlements(&row.settlements, words),
            facts: extent::facts(&row.extent, words),
            ago: words.ago(&row.created_at, now),
            language: (row.language != words.language).then(|| row.language.code()),
        }
    }

    pub(crate) fn all(rows: &[ListingRow], words: Words, now: &Timestamp) -> Vec<Self> {
        rows.iter().map(|row| Self::of(row, words, now)).collect()
    }
}
