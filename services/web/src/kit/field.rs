//! Form fields: label, hint, error, and what was typed. Made by [`crate::form::Form`], chained in the template.

use askama::Template;
use askama::filters::HtmlSafe;

/// What every field says about itself.
#[derive(Debug, Clone, Default)]
pub(crate) struct Told {
    pub name: String,
    /// Which of several rows of the page it belongs to, if it is not the one that comes back: the end of its id.
    pub row: Option<String>,
    pub label: String,
    pub hint: Option<String>,
    pub error: Option<String>,
    /// `Error:`, for screen readers.
    pub error_word: String,
    /// `optional`.
    pub optional_word: String,
}

impl Told {
    /// The id of what is filled in; the error summary leads to `f-` and the name.
    pub(crate) fn id(&self) -> String {
        self.row.as_ref().map_or_else(|| format!("f-{}", self.name), |row| format!("f-{}-{row}", self.name))
    }

    /// The value of `aria-describedby`.
    pub(crate) fn described(&self) -> String {
        let hint = self.hint.iter().map(|_| format!("{}-h", self.id()));
        hint.chain(self.error.iter().map(|_| format!("{}-e", self.id()))).collect::<Vec<_>>().join(" ")
    }
}

/// A field with one value: a line, a text, a list to choose from.
#[derive(Debug, Clone, Default, Template)]
#[template(path = "parts/field.html")]
pub struct Field {
    told: Told,
    value: String,
    kind: String,
    complete: Option<String>,
    suffix: Option<String>,
    class: &'static str,
    rows: usize,
    longest: usize,
    optional: bool,
    /// What of a town that is offered is written into it; nothing where none are.
    towns: &'static str,
    options: Vec<(String, String)>,
}

impl HtmlSafe for Field {}

impl Field {
    pub(crate) fn new(told: Told, value: String) -> Self {
        Self { told, value, kind: "text".to_owned(), ..Self::default() }
    }

    /// What helps to answer, below the label.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.told.hint = Some(hint.into());
        self
    }

    /// The `type` of the input: `email`, `search`, `tel`, `number`, `date`.
    #[must_use]
    pub fn kind(mut self, kind: &str) -> Self {
        kind.clone_into(&mut self.kind);
        self
    }

    /// The `autocomplete` purpose (WCAG 1.3.5): `email`, `given-name`, `one-time-code`.
    #[must_use]
    pub fn complete(mut self, purpose: &str) -> Self {
        self.complete = Some(purpose.to_owned());
        self
    }

    /// Most characters.
    #[must_use]
    pub fn longest(mut self, characters: usize) -> Self {
        self.longest = characters;
        self
    }

    /// Several lines.
    #[must_use]
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// A short answer: a narrow box.
    #[must_use]
    pub fn short(mut self) -> Self {
        self.class = " input--short";
        self
    }

    /// A six-digit code.
    #[must_use]
    pub fn code(mut self) -> Self {
        self.class = " input--code";
        self.longest = 12;
        self.complete("one-time-code")
    }

    /// Says that the answer may be left out (all other fields are needed).
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// Names a town: where script runs and the page holds [`crate::shell::Shell::script_of_towns`], towns are offered while one types. The
    /// one that is chosen is written with all that tells it apart, as it is shown again afterwards.
    #[must_use]
    pub fn towns(mut self) -> Self {
        self.towns = "label";
        self
    }

    /// The same for what others read, and what is compared with what others wrote: in the fewest words by which it is understood.
    #[must_use]
    pub fn towns_in_short(mut self) -> Self {
        self.towns = "shortLabel";
        self
    }

    /// Words after the box, such as `.example`.
    #[must_use]
    pub fn suffix(mut self, suffix: impl Into<String>) -> Self {
        self.suffix = Some(suffix.into());
        self
    }

    /// Makes it a list to choose from, by one more answer.
    #[must_use]
    pub fn option(mut self, value: impl Into<String>, words: impl Into<String>) -> Self {
        self.options.push((value.into(), words.into()));
        self
    }

    /// More answers to choose from: `(value, words)`.
    #[must_use]
    pub fn more(mut self, options: &[(String, String)]) -> Self {
        self.options.extend_from_slice(options);
        self
    }

    /// Makes it a list to choose from: `(value, words)`.
    #[must_use]
    pub fn options(mut self, options: &[(String, String)]) -> Self {
        self.options = options.to_vec();
        self
    }
}

/// Several answers under one question.
#[derive(Debug, Clone, Default, Template)]
#[template(path = "parts/choices.html")]
pub struct Choices {
    told: Told,
    chosen: Vec<String>,
    many: bool,
    cards: bool,
    options: Vec<Choice>,
}

#[derive(Debug, Clone)]
struct Choice {
    id: String,
    value: String,
    words: String,
    more: String,
}

impl HtmlSafe for Choices {}

impl Choices {
    pub(crate) fn new(told: Told, chosen: Vec<String>) -> Self {
        Self { told, chosen, ..Self::default() }
    }

    /// What helps to answer.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.told.hint = Some(hint.into());
        self
    }

    /// Any number of answers instead of one.
    #[must_use]
    pub fn many(mut self) -> Self {
        self.many = true;
        self
    }

    /// Each answer in a box of its own.
    #[must_use]
    pub fn cards(mut self) -> Self {
        self.cards = true;
        self
    }

    /// One more answer.
    #[must_use]
    pub fn option(self, value: impl Into<String>, words: impl Into<String>) -> Self {
        self.explained(value, words, "")
    }

    /// One more answer, with a line that explains it.
    #[must_use]
    pub fn explained(mut self, value: impl Into<String>, words: impl Into<String>, more: impl Into<String>) -> Self {
        // The first box has the plain id, so that the error summary leads to it.
        let id = match self.options.len() {
            0 => format!("f-{}", self.told.name),
            place => format!("f-{}-{place}", self.told.name),
        };
        self.options.push(Choice { id, value: value.into(), words: words.into(), more: more.into() });
        self
    }

    /// The answers: `(value, words)`.
    #[must_use]
    pub fn options(self, options: &[(String, String)]) -> Self {
        options.iter().fold(self, |choices, (value, words)| choices.option(value, words))
    }

    fn is_chosen(&self, value: &str) -> bool {
        self.chosen.iter().any(|chosen| chosen == value)
    }
}

/// One box to tick.
#[derive(Debug, Clone, Default, Template)]
#[template(path = "parts/tick.html")]
pub struct Tick {
    told: Told,
    ticked: bool,
}

impl HtmlSafe for Tick {}

impl Tick {
    pub(crate) fn new(told: Told, ticked: bool) -> Self {
        Self { told, ticked }
    }

    /// What helps to decide.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.told.hint = Some(hint.into());
        self
    }
}
