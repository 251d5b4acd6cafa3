//! How an application goes: no answer for ten days, it ends soon, it has ended.

use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use phrases::Words;

/// What there is to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// Somebody who was asked has not answered yet.
    NoAnswer,
    /// It ends soon, and a click gives it more time.
    EndsSoon,
    /// It ends soon, and has had its more time.
    EndsForGood,
    /// It has ended.
    Closed,
}

/// To the applicant. Names nobody.
#[derive(Debug, Clone)]
pub struct Application {
    /// What there is to tell.
    pub news: News,
    /// When it ends, or until when there can be an answer, in their words.
    pub day: String,
    /// The page where something can be done.
    pub link: String,
}

impl Content for Application {
    const KIND: LetterKind = LetterKind::Application;

    fn subject(&self, w: &Words, house: &House) -> String {
        w.t1(self.keys().subject, "community", &house.name)
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        w.t1(self.keys().preview, "day", &self.day)
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-why-applicant", "community", &house.name)
    }
    parts!(Application, "application/letter.mjml", "application/letter.txt");
}

/// The sentences of one piece of news.
struct Keys {
    subject: &'static str,
    preview: &'static str,
    title: &'static str,
    lead: &'static str,
    button: &'static str,
    note: &'static str,
}

macro_rules! keys {
    ($news:literal) => {
        Keys {
            subject: concat!("letters-application-", $news, "-subject"),
            preview: concat!("letters-application-", $news, "-preview"),
            title: concat!("letters-application-", $news, "-title"),
            lead: concat!("letters-application-", $news, "-lead"),
            button: concat!("letters-application-", $news, "-button"),
            note: concat!("letters-application-", $news, "-note"),
        }
    };
}

impl Application {
    fn keys(&self) -> Keys {
        match self.news {
            News::NoAnswer => keys!("no-answer"),
            News::EndsSoon => keys!("ends-soon"),
            News::EndsForGood => keys!("ends-for-good"),
            News::Closed => keys!("closed"),
        }
    }

    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t(self.keys().title)
    }
    fn lead(&self, frame: &Frame<'_>) -> String {
        frame.w.t2(self.keys().lead, "community", &frame.house.name, "day", self.day.as_str())
    }
    fn button(&self, frame: &Frame<'_>) -> String {
        frame.w.t(self.keys().button)
    }
    fn note(&self, frame: &Frame<'_>) -> String {
        frame.w.t(self.keys().note)
    }

    /// What the preview shows.
    pub fn sample(w: &Words, house: &House) -> Self {
        Self { news: News::EndsSoon, day: w.date(&super::sample_day()), link: crate::paths::waiting(&house.home) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_of_news_has_its_sentences_in_every_language() {
        for language in kernel::Language::ALL {
            let words = Words::new(language, chrono_tz::UTC);
            for news in [News::NoAnswer, News::EndsSoon, News::EndsForGood, News::Closed] {
                let letter = Application { news, day: String::new(), link: String::new() };
                let Keys { subject, preview, title, lead, button, note } = letter.keys();
                for key in [subject, preview, title, lead, button, note] {
                    let told = words.t2(key, "community", "C", "day", "D");
                    assert!(!told.starts_with('['), "{language:?} {key}: {told}");
                }
            }
        }
    }
}
