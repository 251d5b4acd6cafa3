//! Link and code that confirm a new address.

use crate::mail::letter::{Content, House, LetterKind, parts};
use phrases::Words;

/// To the address somebody wants to be reached at. It may not be theirs: the letter says nothing of who asked.
#[derive(Debug, Clone)]
pub struct ConfirmAddress {
    /// The page with the button that confirms.
    pub link: String,
    /// Six digits, shown in two groups.
    pub code: String,
    /// How long both are good.
    pub minutes: i64,
}

impl Content for ConfirmAddress {
    const KIND: LetterKind = LetterKind::ConfirmAddress;

    fn subject(&self, w: &Words, house: &House) -> String {
        w.t1("letters-confirm-address-subject", "community", &house.name)
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        w.t1("letters-sign-in-preview", "minutes", self.minutes)
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-confirm-address-why", "community", &house.name)
    }
    parts!(ConfirmAddress, "confirm_address/letter.mjml", "confirm_address/letter.txt");
}

impl ConfirmAddress {
    /// What the preview shows.
    pub fn sample(house: &House) -> Self {
        Self { link: crate::paths::confirm_address(&house.home, "k3v8q2"), code: "482 913".to_owned(), minutes: 10 }
    }
}
