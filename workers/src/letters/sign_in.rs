//! Link and code to sign in.

use crate::mail::letter::{Content, House, LetterKind, parts};
use phrases::Words;

/// Security mail: no way to stop it, nothing in it but the way in.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// The page with the button that signs in.
    pub link: String,
    /// Six digits, shown in two groups.
    pub code: String,
    /// How long both are good.
    pub minutes: i64,
}

impl Content for SignIn {
    const KIND: LetterKind = LetterKind::SignIn;

    fn subject(&self, w: &Words, house: &House) -> String {
        w.t1("letters-sign-in-subject", "community", &house.name)
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        w.t1("letters-sign-in-preview", "minutes", self.minutes)
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-sign-in-why", "community", &house.name)
    }
    parts!(SignIn, "sign_in/letter.mjml", "sign_in/letter.txt");
}

impl SignIn {
    /// What the preview shows.
    pub fn sample(house: &House) -> Self {
        Self { link: crate::paths::sign_in(&house.home, "k3v8q2"), code: "482 913".to_owned(), minutes: 10 }
    }
}
