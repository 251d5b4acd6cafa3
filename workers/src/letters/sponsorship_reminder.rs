//! The member has not answered yet.

use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use phrases::Words;

/// To the member who was asked; sent once or twice, never more.
#[derive(Debug, Clone)]
pub struct SponsorshipReminder {
    /// Who asked.
    pub applicant: String,
    /// The note the applicant added; may be empty.
    pub words: String,
    /// How long ago, in the reader's words.
    pub since: String,
    /// Until when one can answer, in the reader's words.
    pub until: String,
    /// The page where one answers.
    pub link: String,
}

impl Content for SponsorshipReminder {
    const KIND: LetterKind = LetterKind::SponsorshipReminder;

    fn subject(&self, w: &Words, _: &House) -> String {
        w.t1("letters-sponsorship-reminder-subject", "name", &self.applicant)
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        w.t1("letters-sponsorship-reminder-preview", "until", &self.until)
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-why-sponsorship", "community", &house.name)
    }
    parts!(SponsorshipReminder, "sponsorship_reminder/letter.mjml", "sponsorship_reminder/letter.txt");
}

impl SponsorshipReminder {
    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-sponsorship-reminder-title", "name", &self.applicant)
    }
    fn lead(&self, frame: &Frame<'_>) -> String {
        frame.w.tn(
            "letters-sponsorship-reminder-lead",
            &[
                ("name", (&self.applicant).into()),
                ("since", (&self.since).into()),
                ("community", (&frame.house.name).into()),
            ],
        )
    }
    fn note(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-sponsorship-reminder-note", "until", &self.until)
    }

    /// What the preview shows.
    pub fn sample(w: &Words, house: &House) -> Self {
        let asked = super::sample_day() - chrono::Duration::days(7);
        Self {
            applicant: "Élodie Marchand".to_owned(),
            words: w.t("letters-sample-note"),
            since: w.ago(&asked, &super::sample_day()),
            until: w.day(&(asked + chrono::Duration::days(14))),
            link: crate::paths::vouch(&house.home, super::SAMPLE.into()),
        }
    }
}
