//! A community begins.

use super::first_name;
use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use phrases::Words;

/// To each founder, right after the launch.
#[derive(Debug, Clone)]
pub struct Founder {
    /// Their name.
    pub name: String,
    /// The home page.
    pub link: String,
}

impl Content for Founder {
    const KIND: LetterKind = LetterKind::Founder;

    fn subject(&self, w: &Words, house: &House) -> String {
        w.t1("letters-founder-subject", "community", &house.name)
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        w.t("letters-founder-preview")
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-founder-why", "community", &house.name)
    }
    parts!(Founder, "founder/letter.mjml", "founder/letter.txt");
}

impl Founder {
    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-founder-title", "name", first_name(&self.name))
    }
    #[expect(clippy::unused_self, reason = "the templates ask every letter for its lead")]
    fn lead(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-founder-lead", "community", &frame.house.name)
    }
    #[expect(clippy::unused_self, reason = "the templates ask every letter for its note")]
    fn note(&self, frame: &Frame<'_>) -> String {
        frame.w.t("letters-founder-note")
    }

    /// What the preview shows.
    pub fn sample(house: &House) -> Self {
        Self { name: "Odile Martin".to_owned(), link: crate::paths::home(&house.home) }
    }
}
