//! A place for pictures in a form.

use super::field::Told;
use askama::Template;
use askama::filters::HtmlSafe;

/// Chooses pictures of the device.
#[derive(Debug, Clone, Default, Template)]
#[template(path = "parts/files.html")]
pub struct Files {
    told: Told,
    many: bool,
}

impl HtmlSafe for Files {}

impl Files {
    pub(crate) fn new(told: Told) -> Self {
        Self { told, many: false }
    }

    /// What helps to choose, below the label.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.told.hint = Some(hint.into());
        self
    }

    /// Several at once.
    #[must_use]
    pub fn many(mut self) -> Self {
        self.many = true;
        self
    }
}
