//! How a request in somebody else's name goes: they are asked, they agree, it is over, it is handed over, they go on by themselves.

use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use exchange::MandateNews;
use phrases::Words;

/// To the person, or to the proxy. Never its text: a letterbox is not always one's own.
#[derive(Debug, Clone)]
pub struct Mandate {
    /// What there is to tell.
    pub news: MandateNews,
    /// Who did it; empty where nobody is named.
    pub name: String,
    /// The request's title.
    pub about: String,
    /// The page where something can be done.
    pub link: String,
}

impl Content for Mandate {
    const KIND: LetterKind = LetterKind::Mandate;

    fn subject(&self, w: &Words, house: &House) -> String {
        w.t2(self.keys().subject, "community", &house.name, "name", &self.name)
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        w.t1("letters-new-message-preview", "listing", &self.about)
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-why-member", "community", &house.name)
    }
    parts!(Mandate, "mandate/letter.mjml", "mandate/letter.txt");
}

/// The sentences of one piece of news.
struct Keys {
    subject: &'static str,
    title: &'static str,
    lead: &'static str,
    button: &'static str,
    note: &'static str,
}

macro_rules! keys {
    ($news:literal) => {
        Keys {
            subject: concat!("letters-mandate-", $news, "-subject"),
            title: concat!("letters-mandate-", $news, "-title"),
            lead: concat!("letters-mandate-", $news, "-lead"),
            button: concat!("letters-mandate-", $news, "-button"),
            note: concat!("letters-mandate-", $news, "-note"),
        }
    };
}

impl Mandate {
    fn keys(&self) -> Keys {
        match self.news {
            MandateNews::Asked => keys!("asked"),
            MandateNews::Agreed => keys!("agreed"),
            MandateNews::Ended => keys!("ended"),
            MandateNews::Offered => keys!("offered"),
            MandateNews::Taken => keys!("taken"),
        }
    }

    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t(self.keys().title)
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
            news: MandateNews::Asked,
            name: "Anne Petit".to_owned(),
            about: w.t("letters-sample-request"),
            link: crate::paths::mandate(&house.home, uuid::Uuid::from_u128(0x3a).into()),
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
            let all =
                [MandateNews::Asked, MandateNews::Agreed, MandateNews::Ended, MandateNews::Offered, MandateNews::Taken];
            for news in all {
                let letter = Mandate { news, name: String::new(), about: String::new(), link: String::new() };
                let Keys { subject, title, lead, button, note } = letter.keys();
                for key in [subject, title, lead, button, note] {
                    let about = [("name", "N".into()), ("listing", "L".into()), ("community", "C".into())];
                    let told = words.tn(key, &about);
                    assert!(!told.starts_with('['), "{language:?} {key}: {told}");
                }
            }
        }
    }
}
