//! Link and code to sign in.

use crate::mail::letter::{Content, House, LetterKind, parts};
use phrases::Words;

/// Security mail: no way to stop it, nothing in it but the way in.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// The page with the button that signs in.
    pub link: String,
    /// Six digits, shown in two groups; none in the letter that all who ask share.
    pub code: Option<String>,
    /// How long both are good.
    pub minutes: i64,
}

impl Content for SignIn {
    const KIND: LetterKind = LetterKind::SignIn;

    fn subject(&self, w: &Words, house: &House) -> String {
        w.t1("letters-sign-in-subject", "community", &house.name)
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        w.t1(
            if self.code.is_some() { "letters-sign-in-preview" } else { "letters-sign-in-shared-preview" },
            "minutes",
            self.minutes,
        )
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-sign-in-why", "community", &house.name)
    }
    parts!(SignIn, "sign_in/letter.mjml", "sign_in/letter.txt");
}

impl SignIn {
    /// What the letter says below, of where it is good.
    pub fn note(&self) -> &'static str {
        if self.code.is_some() { "letters-sign-in-note" } else { "letters-sign-in-shared-note" }
    }

    /// The letter that all who ask share.
    pub fn sample_shared(house: &House) -> Self {
        Self { code: None, ..Self::sample(house) }
    }

    /// What the preview shows.
    pub fn sample(house: &House) -> Self {
        Self { link: crate::paths::sign_in(&house.home, "k3v8q2"), code: Some("482 913".to_owned()), minutes: 10 }
    }
}
