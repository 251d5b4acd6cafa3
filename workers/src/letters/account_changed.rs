//! How somebody gets in was changed.

use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use membership::account_change::ChangeKind;
use phrases::Words;

/// To the address before the change: if it was not its owner, the link takes it back. Where they are reached now is not said.
#[derive(Debug, Clone)]
pub struct AccountChanged {
    /// What was changed.
    pub kind: ChangeKind,
    /// The page with the button that takes it back.
    pub link: String,
    /// Until when it does, as people say it.
    pub until: String,
}

impl Content for AccountChanged {
    const KIND: LetterKind = LetterKind::AccountChanged;

    fn subject(&self, w: &Words, house: &House) -> String {
        w.t1(self.said("subject"), "community", &house.name)
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        w.t("letters-account-changed-preview")
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-account-changed-why", "community", &house.name)
    }
    parts!(AccountChanged, "account_changed/letter.mjml", "account_changed/letter.txt");
}

impl AccountChanged {
    fn said(&self, part: &str) -> &'static str {
        match (self.kind, part) {
            (ChangeKind::Address, "subject") => "letters-account-changed-address-subject",
            (ChangeKind::Address, _) => "letters-account-changed-address-lead",
            (ChangeKind::FactorAdded, "subject") => "letters-account-changed-added-subject",
            (ChangeKind::FactorAdded, _) => "letters-account-changed-added-lead",
            (ChangeKind::FactorRemoved, "subject") => "letters-account-changed-removed-subject",
            (ChangeKind::FactorRemoved, _) => "letters-account-changed-removed-lead",
            (ChangeKind::PasskeyAdded, "subject") => "letters-account-changed-passkey-added-subject",
            (ChangeKind::PasskeyAdded, _) => "letters-account-changed-passkey-added-lead",
            (ChangeKind::PasskeyRemoved, "subject") => "letters-account-changed-passkey-removed-subject",
            (ChangeKind::ResetAsked, "subject") => "letters-account-changed-reset-subject",
            (ChangeKind::ResetAsked, _) => "letters-account-changed-reset-lead",
            (ChangeKind::PasskeyRemoved, _) => "letters-account-changed-passkey-removed-lead",
        }
    }

    fn lead(&self, frame: &Frame<'_>) -> String {
        frame.w.t1(self.said("lead"), "community", &frame.house.name)
    }

    fn note(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-account-changed-note", "until", self.until.as_str())
    }

    /// What the preview shows.
    pub fn sample(house: &House) -> Self {
        let link = crate::paths::undo_change(&house.home, "k3v8q2");
        Self { kind: ChangeKind::Address, link, until: "24/11, 09:30".to_owned() }
    }
}
