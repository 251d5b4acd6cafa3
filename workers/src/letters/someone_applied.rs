//! Somebody applied where stewards admit.

use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use phrases::Words;

/// To each steward.
#[derive(Debug, Clone)]
pub struct SomeoneApplied {
    /// Who applied.
    pub applicant: String,
    /// What they say of themselves; may be empty.
    pub words: String,
    /// The desk's page about them.
    pub link: String,
}

impl Content for SomeoneApplied {
    const KIND: LetterKind = LetterKind::SomeoneApplied;

    fn subject(&self, w: &Words, house: &House) -> String {
        w.t2("letters-someone-applied-subject", "name", &self.applicant, "community", &house.name)
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        w.t("letters-someone-applied-preview")
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-why-steward", "community", &house.name)
    }
    parts!(SomeoneApplied, "someone_applied/letter.mjml", "someone_applied/letter.txt");
}

impl SomeoneApplied {
    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-someone-applied-title", "name", &self.applicant)
    }
    fn lead(&self, frame: &Frame<'_>) -> String {
        frame.w.t2("letters-someone-applied-lead", "name", &self.applicant, "community", &frame.house.name)
    }
    #[expect(clippy::unused_self, reason = "the templates ask every letter for its note")]
    fn note(&self, frame: &Frame<'_>) -> String {
        frame.w.t("letters-someone-applied-note")
    }

    /// What the preview shows.
    pub fn sample(w: &Words, house: &House) -> Self {
        Self {
            applicant: "Élodie Marchand".to_owned(),
            words: w.t("letters-sample-about"),
            link: crate::paths::desk(&house.home),
        }
    }
}
