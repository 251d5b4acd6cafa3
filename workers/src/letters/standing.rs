//! Where somebody stands now: under review, out, or in again.

use super::first_name;
use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use phrases::Words;
use sponsorship::News;

/// To whoever it is about.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Their name.
    pub name: String,
    /// What there is to tell.
    pub news: News,
    /// Why, in somebody's words; may be empty.
    pub reason: String,
    /// Until when something can be done, in their words; empty where there is no such day.
    pub day: String,
    /// The page that says why, and what can be done.
    pub link: String,
}

impl Content for Standing {
    const KIND: LetterKind = LetterKind::Standing;

    fn subject(&self, w: &Words, house: &House) -> String {
        w.t1(self.keys().subject, "community", &house.name)
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        w.t(self.keys().preview)
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-standing-why", "community", &house.name)
    }
    parts!(Standing, "standing/letter.mjml", "standing/letter.txt");
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
            subject: concat!("letters-standing-", $news, "-subject"),
            preview: concat!("letters-standing-", $news, "-preview"),
            title: concat!("letters-standing-", $news, "-title"),
            lead: concat!("letters-standing-", $news, "-lead"),
            button: concat!("letters-standing-", $news, "-button"),
            note: concat!("letters-standing-", $news, "-note"),
        }
    };
}

impl Standing {
    fn keys(&self) -> Keys {
        match self.news {
            News::UnderReview => keys!("under-review"),
            News::Cured => keys!("cured"),
            News::Confirmed => keys!("confirmed"),
            News::Suspended => keys!("suspended"),
            News::Expelled => keys!("expelled"),
            News::Warned => keys!("warned"),
            News::Paused => keys!("paused"),
            News::Smaller => keys!("smaller"),
            News::Struck => keys!("struck"),
            News::Faulted => keys!("faulted"),
            News::Barred => keys!("barred"),
            News::Reserved => keys!("reserved"),
            News::HouseholdAsked => keys!("together-asked"),
            News::HouseholdEntered => keys!("together-entered"),
            News::HouseholdKept => keys!("together-kept"),
            News::AppealUpheld => keys!("appeal-upheld"),
            News::AppealTurnedDown => keys!("appeal-turned-down"),
        }
    }

    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t1(self.keys().title, "name", first_name(&self.name))
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
    fn reason(&self, frame: &Frame<'_>) -> Option<String> {
        let reason = self.reason.as_str();
        (!reason.is_empty()).then(|| frame.w.t1("letters-standing-reason", "reason", reason))
    }

    /// What the preview shows.
    pub fn sample(w: &Words, house: &House) -> Self {
        Self {
            name: "Odile Martin".to_owned(),
            news: News::UnderReview,
            reason: String::new(),
            day: w.date(&super::sample_day()),
            link: crate::paths::standing(&house.home),
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
            for news in News::ALL {
                let letter = Standing {
                    name: String::new(),
                    news: *news,
                    reason: String::new(),
                    day: String::new(),
                    link: String::new(),
                };
                let Keys { subject, preview, title, lead, button, note } = letter.keys();
                for key in [subject, preview, title, lead, button, note] {
                    let told = words.t2(key, "community", "C", "name", "N");
                    assert!(!told.starts_with('[') || key.ends_with("lead"), "{language:?} {key}: {told}");
                }
            }
        }
    }
}
