//! The team thinks that the reader may be able to help with a request that nobody has answered.

use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use phrases::Words;

/// To whoever offers what goes with it.
#[derive(Debug, Clone)]
pub struct HelpSuggested {
    /// The request's title.
    pub about: String,
    /// Who asks.
    pub author: String,
    /// Where; may be empty.
    pub town: String,
    /// The title of what the reader offers.
    pub goes_with: String,
    /// The page of the request, where one answers.
    pub link: String,
}

impl Content for HelpSuggested {
    const KIND: LetterKind = LetterKind::HelpSuggested;

    fn subject(&self, w: &Words, _: &House) -> String {
        w.t1("letters-helper-subject", "listing", &self.about)
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        w.t1("letters-asked-goes-with", "listing", &self.goes_with)
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-helper-why", "community", &house.name)
    }
    parts!(HelpSuggested, "help_suggested/letter.mjml", "help_suggested/letter.txt");
}

impl HelpSuggested {
    #[expect(clippy::unused_self, reason = "the templates ask every letter for its title")]
    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t("letters-asked-title")
    }
    fn lead(&self, frame: &Frame<'_>) -> String {
        let what = [
            ("name", (&self.author).into()),
            ("listing", (&self.about).into()),
            ("community", (&frame.house.name).into()),
        ];
        frame.w.tn("letters-helper-lead", &what)
    }
    fn goes_with(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-asked-goes-with", "listing", &self.goes_with)
    }
    /// Where it is; nothing where that is not said.
    fn place(&self, frame: &Frame<'_>) -> Option<String> {
        (!self.town.is_empty()).then(|| frame.w.t1("letters-asked-where", "town", &self.town))
    }
    #[expect(clippy::unused_self, reason = "the templates ask every letter for its button")]
    fn button(&self, frame: &Frame<'_>) -> String {
        frame.w.t("letters-asked-button")
    }
    #[expect(clippy::unused_self, reason = "the templates ask every letter for its note")]
    fn note(&self, frame: &Frame<'_>) -> String {
        frame.w.t("letters-helper-note")
    }

    /// What the preview shows.
    pub fn sample(w: &Words, house: &House) -> Self {
        Self {
            about: w.t("letters-sample-request"),
            author: "Émile Perrin".to_owned(),
            town: "Corbigny".to_owned(),
            goes_with: w.t("letters-sample-hands"),
            link: crate::paths::listing(&house.home, super::SAMPLE.into()),
        }
    }
}
