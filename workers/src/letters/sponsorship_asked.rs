//! Somebody asks a member to vouch.

use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use phrases::Words;

/// To the member who is asked.
#[derive(Debug, Clone)]
pub struct SponsorshipAsked {
    /// Who asks.
    pub applicant: String,
    /// The note the applicant added; may be empty.
    pub words: String,
    /// Until when one can answer, in the reader's words.
    pub until: String,
    /// The page where one answers.
    pub link: String,
}

impl Content for SponsorshipAsked {
    const KIND: LetterKind = LetterKind::SponsorshipAsked;

    fn subject(&self, w: &Words, _: &House) -> String {
        w.t1("letters-sponsorship-asked-subject", "name", &self.applicant)
    }
    fn preview(&self, w: &Words, house: &House) -> String {
        w.t1("letters-sponsorship-asked-preview", "community", &house.name)
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-why-sponsorship", "community", &house.name)
    }
    parts!(SponsorshipAsked, "sponsorship_asked/letter.mjml", "sponsorship_asked/letter.txt");
}

impl SponsorshipAsked {
    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-sponsorship-asked-title", "name", &self.applicant)
    }
    fn lead(&self, frame: &Frame<'_>) -> String {
        frame.w.t2("letters-sponsorship-asked-lead", "name", &self.applicant, "community", &frame.house.name)
    }
    fn note(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-sponsorship-asked-note", "until", &self.until)
    }

    /// What the preview shows.
    pub fn sample(w: &Words, house: &House) -> Self {
        Self {
            applicant: "Élodie Marchand".to_owned(),
            words: w.t("letters-sample-note"),
            until: w.day(&super::sample_day()),
            link: crate::paths::vouch(&house.home, super::SAMPLE.into()),
        }
    }
}
