//! A sponsor said yes.

use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use phrases::Words;

/// To the applicant.
#[derive(Debug, Clone)]
pub struct SponsorshipGiven {
    /// Who vouches.
    pub sponsor: String,
    /// Sponsorships given so far.
    pub given: u32,
    /// Sponsorships the rule asks for.
    pub needed: u32,
    /// The waiting room.
    pub link: String,
}

impl Content for SponsorshipGiven {
    const KIND: LetterKind = LetterKind::SponsorshipGiven;

    fn subject(&self, w: &Words, _: &House) -> String {
        w.t1("letters-sponsorship-given-subject", "name", &self.sponsor)
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        w.t2("letters-sponsorship-given-preview", "given", self.given, "needed", self.needed)
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-why-applicant", "community", &house.name)
    }
    parts!(SponsorshipGiven, "sponsorship_given/letter.mjml", "sponsorship_given/letter.txt");
}

impl SponsorshipGiven {
    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-sponsorship-given-title", "name", &self.sponsor)
    }
    fn lead(&self, frame: &Frame<'_>) -> String {
        frame.w.t2("letters-sponsorship-given-lead", "name", &self.sponsor, "community", &frame.house.name)
    }
    fn note(&self, frame: &Frame<'_>) -> String {
        frame.w.t2("letters-sponsorship-given-note", "given", self.given, "needed", self.needed)
    }

    /// What the preview shows.
    pub fn sample(house: &House) -> Self {
        Self { sponsor: "Guy Lefort".to_owned(), given: 2, needed: 3, link: crate::paths::waiting(&house.home) }
    }
}
