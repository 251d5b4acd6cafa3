//! Somebody has not come for so long that they are going to be erased.

use super::first_name;
use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use phrases::Words;

/// To whoever has not come.
#[derive(Debug, Clone)]
pub struct Idle {
    /// Their name.
    pub name: String,
    /// The day from which on they are erased, in their words.
    pub from: String,
    /// Where they sign in.
    pub link: String,
}

impl Content for Idle {
    const KIND: LetterKind = LetterKind::Idle;

    fn subject(&self, w: &Words, house: &House) -> String {
        w.t1("letters-idle-subject", "community", &house.name)
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        w.t1("letters-idle-preview", "from", self.from.as_str())
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-idle-why", "community", &house.name)
    }
    parts!(Idle, "idle/letter.mjml", "idle/letter.txt");
}

impl Idle {
    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-idle-title", "name", first_name(&self.name))
    }
    fn lead(&self, frame: &Frame<'_>) -> String {
        let (community, from) = (frame.house.name.as_str(), self.from.as_str());
        frame.w.t2("letters-idle-lead", "community", community, "from", from)
    }
    #[expect(clippy::unused_self, reason = "the templates ask every letter for its note")]
    fn note(&self, frame: &Frame<'_>) -> String {
        frame.w.t("letters-idle-note")
    }

    /// What the preview shows.
    pub fn sample(w: &Words, house: &House) -> Self {
        let from = w.date(&super::sample_day());
        Self { name: "Odile Martin".to_owned(), from, link: crate::paths::home(&house.home) }
    }
}
