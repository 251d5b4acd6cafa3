//! How an outing stands to which the reader comes: a seat is free, it has changed, it is called off, it is soon.

use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use exchange::OutingNews;
use phrases::Words;

/// To whoever comes or waited for a seat.
#[derive(Debug, Clone)]
pub struct Outing {
    /// What there is to tell.
    pub news: OutingNews,
    /// Its title.
    pub about: String,
    /// When it begins, in the reader's words: `samedi 22 novembre à 14 h`.
    pub when: String,
    /// Where; may be empty.
    pub town: String,
    /// The page where it can be looked at, with the button to step back.
    pub link: String,
}

impl Content for Outing {
    const KIND: LetterKind = LetterKind::Outing;

    fn subject(&self, w: &Words, _: &House) -> String {
        w.t2(self.keys().subject, "outing", &self.about, "when", &self.when)
    }
    fn preview(&self, _: &Words, _: &House) -> String {
        if self.town.is_empty() { self.when.clone() } else { format!("{}, {}", self.when, self.town) }
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-outing-why", "community", &house.name)
    }
    parts!(Outing, "outing/letter.mjml", "outing/letter.txt");
}

/// The sentences of one piece of news.
struct Keys {
    subject: &'static str,
    title: &'static str,
    lead: &'static str,
    note: &'static str,
}

macro_rules! keys {
    ($news:literal) => {
        Keys {
            subject: concat!("letters-outing-", $news, "-subject"),
            title: concat!("letters-outing-", $news, "-title"),
            lead: concat!("letters-outing-", $news, "-lead"),
            note: concat!("letters-outing-", $news, "-note"),
        }
    };
}

impl Outing {
    fn keys(&self) -> Keys {
        match self.news {
            OutingNews::SeatFree => keys!("free"),
            OutingNews::Changed => keys!("changed"),
            OutingNews::CalledOff => keys!("off"),
            OutingNews::Soon => keys!("soon"),
        }
    }

    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t(self.keys().title)
    }
    fn lead(&self, frame: &Frame<'_>) -> String {
        frame.w.t2(self.keys().lead, "outing", &self.about, "when", &self.when)
    }
    /// Where it is; nothing where that is not said.
    fn place(&self, frame: &Frame<'_>) -> Option<String> {
        (!self.town.is_empty()).then(|| frame.w.t1("letters-outing-where", "town", &self.town))
    }
    #[expect(clippy::unused_self, reason = "the templates ask every letter for its button")]
    fn button(&self, frame: &Frame<'_>) -> String {
        frame.w.t("letters-outing-button")
    }
    fn note(&self, frame: &Frame<'_>) -> String {
        frame.w.t(self.keys().note)
    }

    /// What the preview shows.
    pub fn sample(w: &Words, house: &House) -> Self {
        Self {
            news: OutingNews::SeatFree,
            about: w.t("letters-sample-outing"),
            when: w.day_time(&(super::sample_day() + chrono::Duration::days(5))),
            town: "Lormes".to_owned(),
            link: crate::paths::listing(&house.home, super::SAMPLE.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_of_news_of_an_outing_has_its_sentences_in_every_language() {
        for language in kernel::Language::ALL {
            let words = Words::new(language, chrono_tz::UTC);
            for news in [OutingNews::SeatFree, OutingNews::Changed, OutingNews::CalledOff, OutingNews::Soon] {
                let letter = Outing {
                    news,
                    about: String::new(),
                    when: String::new(),
                    town: String::new(),
                    link: String::new(),
                };
                let Keys { subject, title, lead, note } = letter.keys();
                for key in [subject, title, lead, note] {
                    let told = words.t2(key, "outing", "O", "when", "W");
                    assert!(!told.starts_with('['), "{language:?} {key}: {told}");
                }
            }
        }
    }
}
