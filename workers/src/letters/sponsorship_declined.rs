//! A request came to nothing.

use super::sponsorship_given::so_far;
use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use phrases::Words;

/// To the applicant. Says neither who nor why: declining is private, and time running out looks the same.
#[derive(Debug, Clone)]
pub struct SponsorshipDeclined {
    /// Sponsorships given so far.
    pub given: u32,
    /// Sponsorships the rule asks for.
    pub needed: u32,
    /// The waiting room.
    pub link: String,
}

impl Content for SponsorshipDeclined {
    const KIND: LetterKind = LetterKind::SponsorshipDeclined;

    fn subject(&self, w: &Words, house: &House) -> String {
        w.t1("letters-sponsorship-declined-subject", "community", &house.name)
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        w.t("letters-sponsorship-declined-preview")
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-why-applicant", "community", &house.name)
    }
    parts!(SponsorshipDeclined, "sponsorship_declined/letter.mjml", "sponsorship_declined/letter.txt");
}

impl SponsorshipDeclined {
    #[expect(clippy::unused_self, reason = "the templates ask every letter for its title")]
    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t("letters-sponsorship-declined-title")
    }
    #[expect(clippy::unused_self, reason = "the templates ask every letter for its lead")]
    fn lead(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-sponsorship-declined-lead", "community", &frame.house.name)
    }
    fn note(&self, frame: &Frame<'_>) -> String {
        so_far(frame.w, self.given, self.needed)
    }

    /// What the preview shows.
    pub fn sample(house: &House) -> Self {
        Self { given: 1, needed: 3, link: crate::paths::waiting(&house.home) }
    }
}
