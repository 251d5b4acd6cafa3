//! A listing is about to end.

use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use phrases::Words;

/// To its author, seven days and one day before.
#[derive(Debug, Clone)]
pub struct ListingExpiring {
    /// Its title.
    pub title: String,
    /// When it ends, in the reader's words: `samedi 22 novembre`.
    pub day: String,
    /// How soon, in the reader's words: `dans 7 jours`, `demain`.
    pub soon: String,
    /// The page with the button that renews it.
    pub link: String,
}

impl Content for ListingExpiring {
    const KIND: LetterKind = LetterKind::ListingExpiring;

    fn subject(&self, w: &Words, _: &House) -> String {
        w.t2("letters-listing-expiring-subject", "soon", &self.soon, "listing", &self.title)
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        w.t("letters-listing-expiring-preview")
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-listing-expiring-why", "community", &house.name)
    }
    parts!(ListingExpiring, "listing_expiring/letter.mjml", "listing_expiring/letter.txt");
}

impl ListingExpiring {
    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-listing-expiring-title", "soon", &self.soon)
    }
    fn lead(&self, frame: &Frame<'_>) -> String {
        frame.w.t2("letters-listing-expiring-lead", "listing", &self.title, "day", &self.day)
    }
    #[expect(clippy::unused_self, reason = "the templates ask every letter for its note")]
    fn note(&self, frame: &Frame<'_>) -> String {
        frame.w.t("letters-listing-expiring-note")
    }

    /// What the preview shows.
    pub fn sample(w: &Words, house: &House) -> Self {
        let now = super::sample_day();
        let end = now + chrono::Duration::days(7);
        Self {
            title: w.t("letters-sample-offer"),
            day: w.day(&end),
            soon: w.until(&end, &now),
            link: crate::paths::renew(&house.home, super::SAMPLE.into()),
        }
    }
}
