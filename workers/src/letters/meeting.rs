//! A meeting between an applicant who knows nobody and a host: whose turn it is, and what became of it.

use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use phrases::Words;
use sponsorship::MeetingNews;

/// To a host, or to the applicant.
#[derive(Debug, Clone)]
pub struct Meeting {
    /// The other's name; empty where nobody is named.
    pub name: String,
    /// What there is to tell.
    pub news: MeetingNews,
    /// Whether a host reads it.
    pub to_host: bool,
    /// To a host who is asked: what the applicant wrote; else empty.
    pub words: String,
    /// To a host who is asked: until when they can answer, in their words.
    pub day: String,
    /// The page of the meeting.
    pub link: String,
}

impl Content for Meeting {
    const KIND: LetterKind = LetterKind::Meeting;

    fn subject(&self, w: &Words, house: &House) -> String {
        w.t2(self.keys().subject, "name", &self.name, "community", &house.name)
    }
    fn preview(&self, w: &Words, house: &House) -> String {
        w.t1(self.keys().preview, "community", &house.name)
    }
    fn why(&self, w: &Words, house: &House) -> String {
        let key = if self.to_host { "letters-meeting-why-host" } else { "letters-why-applicant" };
        w.t1(key, "community", &house.name)
    }
    parts!(Meeting, "meeting/letter.mjml", "meeting/letter.txt");
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
            subject: concat!("letters-meeting-", $news, "-subject"),
            preview: concat!("letters-meeting-", $news, "-preview"),
            title: concat!("letters-meeting-", $news, "-title"),
            lead: concat!("letters-meeting-", $news, "-lead"),
            button: concat!("letters-meeting-", $news, "-button"),
            note: concat!("letters-meeting-", $news, "-note"),
        }
    };
}

impl Meeting {
    fn keys(&self) -> Keys {
        match self.news {
            MeetingNews::Asked => keys!("asked"),
            MeetingNews::Agreed => keys!("agreed"),
            MeetingNews::MovedOn => keys!("moved-on"),
            MeetingNews::Missed => keys!("missed"),
            MeetingNews::Wrote => keys!("wrote"),
        }
    }

    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t1(self.keys().title, "name", &self.name)
    }
    fn lead(&self, frame: &Frame<'_>) -> String {
        frame.w.t2(self.keys().lead, "name", &self.name, "community", &frame.house.name)
    }
    fn button(&self, frame: &Frame<'_>) -> String {
        frame.w.t(self.keys().button)
    }
    fn note(&self, frame: &Frame<'_>) -> String {
        frame.w.t1(self.keys().note, "day", self.day.as_str())
    }

    /// What the preview shows.
    pub fn sample(w: &Words, house: &House) -> Self {
        Self {
            name: "Élodie Marchand".to_owned(),
            news: MeetingNews::Asked,
            to_host: true,
            words: w.t("letters-sample-note"),
            day: w.day(&super::sample_day()),
            link: crate::paths::hosting(&house.home, super::SAMPLE.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_of_news_has_its_sentences_in_every_language() {
        for language in kernel::Language::ALL {
            let words = Words::new(language, chrono_tz::UTC);
            for news in MeetingNews::ALL {
                let letter = Meeting {
                    name: String::new(),
                    news: *news,
                    to_host: false,
                    words: String::new(),
                    day: String::new(),
                    link: String::new(),
                };
                let Keys { subject, preview, title, lead, button, note } = letter.keys();
                for key in [subject, preview, title, lead, button, note] {
                    let told = words.tn(key, &[("name", "N".into()), ("community", "C".into()), ("day", "D".into())]);
                    assert!(!told.starts_with('['), "{language:?} {key}: {told}");
                }
            }
        }
    }
}
