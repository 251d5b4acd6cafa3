//! Private messages wait.

use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use phrases::Words;

/// To the member who has not read them. Never their text (bar E10): a letterbox is not always one's own.
#[derive(Debug, Clone)]
pub struct NewMessage {
    /// Who wrote.
    pub author: String,
    /// The listing's title.
    pub about: String,
    /// How many are unread.
    pub count: usize,
    /// The conversation's page.
    pub link: String,
    /// The conversation's name, so that its letters are shown together.
    pub thread: Option<String>,
}

impl Content for NewMessage {
    const KIND: LetterKind = LetterKind::NewMessage;

    fn subject(&self, w: &Words, _: &House) -> String {
        w.t2("letters-new-message-subject", "name", &self.author, "n", self.count)
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        w.t1("letters-new-message-preview", "listing", &self.about)
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-new-message-why", "community", &house.name)
    }
    fn thread(&self) -> Option<String> {
        self.thread.clone()
    }
    parts!(NewMessage, "new_message/letter.mjml", "new_message/letter.txt");
}

impl NewMessage {
    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t2("letters-new-message-title", "name", &self.author, "n", self.count)
    }
    fn lead(&self, frame: &Frame<'_>) -> String {
        frame.w.tn(
            "letters-new-message-lead",
            &[("name", (&self.author).into()), ("listing", (&self.about).into()), ("n", self.count.into())],
        )
    }
    #[expect(clippy::unused_self, reason = "the templates ask every letter for its note")]
    fn note(&self, frame: &Frame<'_>) -> String {
        frame.w.t("letters-new-message-note")
    }

    /// What the preview shows.
    pub fn sample(w: &Words, house: &House) -> Self {
        Self {
            author: "Émile Perrin".to_owned(),
            about: w.t("letters-sample-request"),
            count: 2,
            link: crate::paths::conversation(&house.home, super::SAMPLE.into()),
            thread: Some("8m2c".to_owned()),
        }
    }
}
