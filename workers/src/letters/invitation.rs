//! A member invites somebody who is not here.

use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use phrases::Words;

/// To an address that is nobody here: sent once, because a person asked for it by name.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Who invites.
    pub sponsor: String,
    /// What they wrote of the person; may be empty.
    pub words: String,
    /// Until when it is good, in the reader's words.
    pub until: String,
    /// The page that opens it.
    pub link: String,
}

impl Content for Invitation {
    const KIND: LetterKind = LetterKind::Invitation;

    fn subject(&self, w: &Words, house: &House) -> String {
        w.t2("letters-invitation-subject", "name", &self.sponsor, "community", &house.name)
    }
    fn preview(&self, w: &Words, house: &House) -> String {
        w.t1("letters-invitation-preview", "community", &house.name)
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t2("letters-invitation-why", "name", &self.sponsor, "community", &house.name)
    }
    parts!(Invitation, "invitation/letter.mjml", "invitation/letter.txt");
}

impl Invitation {
    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-invitation-title", "name", &self.sponsor)
    }
    fn lead(&self, frame: &Frame<'_>) -> String {
        frame.w.t2("letters-invitation-lead", "name", &self.sponsor, "community", &frame.house.name)
    }
    fn note(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-invitation-note", "until", &self.until)
    }

    /// What the preview shows.
    pub fn sample(w: &Words, house: &House) -> Self {
        Self {
            sponsor: "Odile Martin".to_owned(),
            words: w.t("letters-sample-sentence"),
            until: w.day(&super::sample_day()),
            link: crate::paths::invitation(&house.home, "9d2mq4"),
        }
    }
}
