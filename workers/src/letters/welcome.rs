//! The applicant is a member now.

use super::first_name;
use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use phrases::Words;

/// To the new member.
#[derive(Debug, Clone)]
pub struct Welcome {
    /// Their name; they are called by the first.
    pub name: String,
    /// Who vouched; empty where stewards admit.
    pub sponsors: Vec<String>,
    /// The home page.
    pub link: String,
}

impl Content for Welcome {
    const KIND: LetterKind = LetterKind::Welcome;

    fn subject(&self, w: &Words, house: &House) -> String {
        w.t2("letters-welcome-subject", "name", first_name(&self.name), "community", &house.name)
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        w.t("letters-welcome-preview")
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-why-member", "community", &house.name)
    }
    parts!(Welcome, "welcome/letter.mjml", "welcome/letter.txt");
}

impl Welcome {
    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-welcome-title", "name", first_name(&self.name))
    }
    fn lead(&self, frame: &Frame<'_>) -> String {
        let community = &frame.house.name;
        if self.sponsors.is_empty() {
            frame.w.t1("letters-welcome-lead-by-office", "community", community)
        } else {
            frame.w.t2("letters-welcome-lead", "sponsors", frame.w.list(&self.sponsors), "community", community)
        }
    }
    #[expect(clippy::unused_self, reason = "the templates ask every letter for its note")]
    fn note(&self, frame: &Frame<'_>) -> String {
        frame.w.t("letters-welcome-note")
    }

    /// What the preview shows.
    pub fn sample(house: &House) -> Self {
        let sponsors = ["Guy Lefort", "Fatou Diallo", "Nadia Benali"].map(str::to_owned).to_vec();
        Self { name: "Élodie".to_owned(), sponsors, link: crate::paths::home(&house.home) }
    }
}
