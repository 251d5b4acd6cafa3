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
        if self.given < self.needed {
            w.t2("letters-sponsorship-given-preview", "given", self.given, "needed", self.needed)
        } else {
            w.t("letters-sponsorship-given-preview-enough")
        }
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-why-applicant", "community", &house.name)
    }
    parts!(SponsorshipGiven, "sponsorship_given/letter.mjml", "sponsorship_given/letter.txt");
}

/// Where an applicant stands: how many words are given of how many, or that they are enough and only time is missing.
pub(super) fn so_far(w: Words, given: u32, needed: u32) -> String {
    if given < needed {
        w.t2("letters-sponsorship-given-note", "given", given, "needed", needed)
    } else {
        w.t("letters-sponsorship-given-enough")
    }
}

impl SponsorshipGiven {
    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-sponsorship-given-title", "name", &self.sponsor)
    }
    fn lead(&self, frame: &Frame<'_>) -> String {
        frame.w.t2("letters-sponsorship-given-lead", "name", &self.sponsor, "community", &frame.house.name)
    }
    fn note(&self, frame: &Frame<'_>) -> String {
        so_far(frame.w, self.given, self.needed)
    }

    /// What the preview shows.
    pub fn sample(house: &House) -> Self {
        Self { sponsor: "Guy Lefort".to_owned(), given: 2, needed: 3, link: crate::paths::waiting(&house.home) }
    }
}
