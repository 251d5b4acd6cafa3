//! The person one vouched for is a member now.

use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use phrases::Words;

/// To each sponsor.
#[derive(Debug, Clone)]
pub struct NewcomerAdmitted {
    /// Who came in.
    pub newcomer: String,
    /// The newcomer's page.
    pub link: String,
}

impl Content for NewcomerAdmitted {
    const KIND: LetterKind = LetterKind::NewcomerAdmitted;

    fn subject(&self, w: &Words, house: &House) -> String {
        w.t2("letters-newcomer-admitted-subject", "name", &self.newcomer, "community", &house.name)
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        w.t("letters-newcomer-admitted-preview")
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-why-sponsorship", "community", &house.name)
    }
    parts!(NewcomerAdmitted, "newcomer_admitted/letter.mjml", "newcomer_admitted/letter.txt");
}

impl NewcomerAdmitted {
    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-newcomer-admitted-title", "name", &self.newcomer)
    }
    fn lead(&self, frame: &Frame<'_>) -> String {
        frame.w.t2("letters-newcomer-admitted-lead", "name", &self.newcomer, "community", &frame.house.name)
    }
    fn note(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-newcomer-admitted-note", "name", &self.newcomer)
    }

    /// What the preview shows.
    pub fn sample(house: &House) -> Self {
        Self { newcomer: "Élodie Marchand".to_owned(), link: crate::paths::member(&house.home, super::SAMPLE.into()) }
    }
}
