//! The copy of everything about oneself is there.

use super::first_name;
use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use phrases::Words;

/// To whoever asked for it.
#[derive(Debug, Clone)]
pub struct CopyReady {
    /// Their name.
    pub name: String,
    /// The day on which it goes, in their words.
    pub until: String,
    /// The page where it can be fetched.
    pub link: String,
}

impl Content for CopyReady {
    const KIND: LetterKind = LetterKind::CopyReady;

    fn subject(&self, w: &Words, house: &House) -> String {
        w.t1("letters-copy-ready-subject", "community", &house.name)
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        w.t1("letters-copy-ready-preview", "until", self.until.as_str())
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-copy-ready-why", "community", &house.name)
    }
    parts!(CopyReady, "copy_ready/letter.mjml", "copy_ready/letter.txt");
}

impl CopyReady {
    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-copy-ready-title", "name", first_name(&self.name))
    }
    fn lead(&self, frame: &Frame<'_>) -> String {
        let (community, until) = (frame.house.name.as_str(), self.until.as_str());
        frame.w.t2("letters-copy-ready-lead", "community", community, "until", until)
    }
    #[expect(clippy::unused_self, reason = "the templates ask every letter for its note")]
    fn note(&self, frame: &Frame<'_>) -> String {
        frame.w.t("letters-copy-ready-note")
    }

    /// What the preview shows.
    pub fn sample(w: &Words, house: &House) -> Self {
        let until = w.date(&super::sample_day());
        Self { name: "Odile Martin".to_owned(), until, link: crate::paths::data(&house.home) }
    }
}
