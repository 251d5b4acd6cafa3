//! Somebody needs urgently what the reader offers.

use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use phrases::Words;

/// To whoever may be able to help.
#[derive(Debug, Clone)]
pub struct Urgent {
    /// The request's title.
    pub about: String,
    /// Who asks.
    pub author: String,
    /// Where; may be empty.
    pub town: String,
    /// By which day, in the reader's words: `samedi 22 novembre`.
    pub day: String,
    /// The title of what the reader offers.
    pub goes_with: String,
    /// The page of the request, where one answers.
    pub link: String,
}

impl Content for Urgent {
    const KIND: LetterKind = LetterKind::Urgent;

    fn subject(&self, w: &Words, _: &House) -> String {
        w.t2("letters-asked-subject", "listing", &self.about, "day", &self.day)
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        w.t1("letters-asked-goes-with", "listing", &self.goes_with)
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-asked-why", "community", &house.name)
    }
    parts!(Urgent, "urgent/letter.mjml", "urgent/letter.txt");
}

impl Urgent {
    #[expect(clippy::unused_self, reason = "the templates ask every letter for its title")]
    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t("letters-asked-title")
    }
    fn lead(&self, frame: &Frame<'_>) -> String {
        let what = [("name", (&self.author).into()), ("listing", (&self.about).into()), ("day", (&self.day).into())];
        frame.w.tn("letters-asked-lead", &what)
    }
    fn goes_with(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-asked-goes-with", "listing", &self.goes_with)
    }
    /// Where it is; nothing where that is not said.
    fn place(&self, frame: &Frame<'_>) -> Option<String> {
        (!self.town.is_empty()).then(|| frame.w.t1("letters-asked-where", "town", &self.town))
    }
    #[expect(clippy::unused_self, reason = "the templates ask every letter for its button")]
    fn button(&self, frame: &Frame<'_>) -> String {
        frame.w.t("letters-asked-button")
    }
    #[expect(clippy::unused_self, reason = "the templates ask every letter for its note")]
    fn note(&self, frame: &Frame<'_>) -> String {
        frame.w.t("letters-asked-note")
    }

    /// What the preview shows.
    pub fn sample(w: &Words, house: &House) -> Self {
        Self {
            about: w.t("letters-sample-request"),
            author: "Émile Perrin".to_owned(),
            town: "Corbigny".to_owned(),
            day: w.day(&(super::sample_day() + chrono::Duration::days(1))),
            goes_with: w.t("letters-sample-hands"),
            link: crate::paths::listing(&house.home, super::SAMPLE.into()),
        }
    }
}
