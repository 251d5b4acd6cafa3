//! The community's letters are complained of: too often, so often that they wait, or they wait no more.

use super::first_name;
use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use membership::jobs::ComplaintsNews;
use phrases::Words;

/// To its owners, and to the operators.
#[derive(Debug, Clone)]
pub struct Complaints {
    /// Their name.
    pub name: String,
    /// What there is to tell.
    pub news: ComplaintsNews,
    /// The community it is about.
    pub community: String,
    /// Letters it sent within thirty days.
    pub letters: i64,
    /// Those of them that were complained of.
    pub complaints: i64,
    /// Whether the reader is an operator, who can let the letters go on.
    pub is_operator: bool,
    /// Where they see it.
    pub link: String,
}

impl Content for Complaints {
    const KIND: LetterKind = LetterKind::Complaints;

    fn subject(&self, w: &Words, _: &House) -> String {
        let subject = match self.news {
            ComplaintsNews::Alarm => "letters-complaints-subject",
            ComplaintsNews::Held => "letters-complaints-held-subject",
            ComplaintsNews::LetGo => "letters-complaints-gone-subject",
        };
        w.t1(subject, "community", &self.community)
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        w.t(match self.news {
            ComplaintsNews::Alarm => "letters-complaints-preview",
            ComplaintsNews::Held => "letters-complaints-held-preview",
            ComplaintsNews::LetGo => "letters-complaints-gone-preview",
        })
    }
    fn why(&self, w: &Words, _: &House) -> String {
        if self.is_operator {
            return w.t("letters-complaints-why-operator");
        }
        w.t1("letters-complaints-why", "community", &self.community)
    }
    parts!(Complaints, "complaints/letter.mjml", "complaints/letter.txt");
}

impl Complaints {
    fn title(&self, frame: &Frame<'_>) -> String {
        let title = match self.news {
            ComplaintsNews::Alarm => "letters-complaints-title",
            ComplaintsNews::Held => "letters-complaints-held-title",
            ComplaintsNews::LetGo => "letters-complaints-gone-title",
        };
        frame.w.t1(title, "name", first_name(&self.name))
    }
    fn lead(&self, frame: &Frame<'_>) -> String {
        if self.news == ComplaintsNews::LetGo {
            return frame.w.t1("letters-complaints-gone-lead", "community", &self.community);
        }
        let lead = match self.news {
            ComplaintsNews::Held => "letters-complaints-held-lead",
            _ => "letters-complaints-lead",
        };
        let what = [
            ("n", self.complaints.into()),
            ("letters", self.letters.into()),
            ("community", self.community.as_str().into()),
        ];
        frame.w.tn(lead, &what)
    }
    fn button(&self, frame: &Frame<'_>) -> String {
        frame.w.t(if self.is_operator { "letters-complaints-operator-button" } else { "letters-complaints-button" })
    }
    fn note(&self, frame: &Frame<'_>) -> String {
        frame.w.t(match (self.news, self.is_operator) {
            (ComplaintsNews::LetGo, _) => "letters-complaints-gone-note",
            (_, true) => "letters-complaints-operator-note",
            (_, false) => "letters-complaints-note",
        })
    }

    /// What the preview shows: an owner's, whose letters wait.
    pub fn sample(house: &House) -> Self {
        Self {
            name: "Odile Martin".to_owned(),
            news: ComplaintsNews::Held,
            community: house.name.clone(),
            letters: 1_420,
            complaints: 6,
            is_operator: false,
            link: crate::paths::owner(&house.home),
        }
    }
}
