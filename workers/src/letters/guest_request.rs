//! How the one request of somebody who waits goes: it is to be read, members see it, it came back.

use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use exchange::CheckNews;
use phrases::Words;

/// To a steward, or to its author. Never its text, nor the team's reason: a letterbox is not always one's own.
#[derive(Debug, Clone)]
pub struct GuestRequest {
    /// What there is to tell.
    pub news: CheckNews,
    /// Whose it is.
    pub name: String,
    /// Its title.
    pub about: String,
    /// The page where something can be done.
    pub link: String,
}

impl Content for GuestRequest {
    const KIND: LetterKind = LetterKind::GuestRequest;

    fn subject(&self, w: &Words, house: &House) -> String {
        w.t2(self.keys().subject, "community", &house.name, "name", &self.name)
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        w.t1("letters-new-message-preview", "listing", &self.about)
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1(self.keys().why, "community", &house.name)
    }
    parts!(GuestRequest, "guest_request/letter.mjml", "guest_request/letter.txt");
}

/// The sentences of one piece of news.
struct Keys {
    subject: &'static str,
    title: &'static str,
    lead: &'static str,
    button: &'static str,
    note: &'static str,
    why: &'static str,
}

macro_rules! keys {
    ($news:literal, $why:literal) => {
        Keys {
            subject: concat!("letters-guest-request-", $news, "-subject"),
            title: concat!("letters-guest-request-", $news, "-title"),
            lead: concat!("letters-guest-request-", $news, "-lead"),
            button: concat!("letters-guest-request-", $news, "-button"),
            note: concat!("letters-guest-request-", $news, "-note"),
            why: $why,
        }
    };
}

impl GuestRequest {
    fn keys(&self) -> Keys {
        match self.news {
            CheckNews::Waits => keys!("waits", "letters-why-steward"),
            CheckNews::LetThrough => keys!("let-through", "letters-why-applicant"),
            CheckNews::SentBack => keys!("sent-back", "letters-why-applicant"),
        }
    }

    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t1(self.keys().title, "name", &self.name)
    }
    fn lead(&self, frame: &Frame<'_>) -> String {
        frame.w.tn(
            self.keys().lead,
            &[
                ("name", (&self.name).into()),
                ("listing", (&self.about).into()),
                ("community", (&frame.house.name).into()),
            ],
        )
    }
    fn button(&self, frame: &Frame<'_>) -> String {
        frame.w.t(self.keys().button)
    }
    fn note(&self, frame: &Frame<'_>) -> String {
        frame.w.t(self.keys().note)
    }

    /// What the preview shows.
    pub fn sample(w: &Words, house: &House) -> Self {
        Self {
            news: CheckNews::Waits,
            name: "Thomas Lambert".to_owned(),
            about: w.t("letters-sample-request"),
            link: crate::paths::checks(&house.home),
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
            for news in [CheckNews::Waits, CheckNews::LetThrough, CheckNews::SentBack] {
                let letter = GuestRequest { news, name: String::new(), about: String::new(), link: String::new() };
                let Keys { subject, title, lead, button, note, why } = letter.keys();
                for key in [subject, title, lead, button, note, why] {
                    let about = [("name", "N".into()), ("listing", "L".into()), ("community", "C".into())];
                    let told = words.tn(key, &about);
                    assert!(!told.starts_with('['), "{language:?} {key}: {told}");
                }
            }
        }
    }
}
