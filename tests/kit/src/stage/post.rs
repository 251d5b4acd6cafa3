//! Bar E10: every letter that any test sends is looked at.

use super::{DKIM_SEED, MAIL_DOMAIN, Stage};
use workers::mail::{
    dkim::Dkim,
    lint::{Expected, lint},
};

/// Letters that nobody can stop: without the first there is no way in, the invitation is sent once to somebody without settings, the
/// copy answers a wish of its reader, a removal is told to everybody once, what was decided about oneself or comes of staying away has a
/// deadline in it, complaints tell those who answer for a community, and the others keep an account its owner's.
const UNSTOPPABLE: [&str; 9] = [
    "sign_in",
    "invitation",
    "copy_ready",
    "community_removal",
    "confirm_address",
    "account_changed",
    "standing",
    "idle",
    "complaints",
];

impl Stage {
    /// Fails when a letter in the inbox is not as it should be.
    pub fn look_at_letters(&self) {
        let dkim = Dkim::new("stage", MAIL_DOMAIN, DKIM_SEED).unwrap();
        for letter in self.sink.messages() {
            let kind = letter.header("x-maillon-letter").unwrap_or_default();
            let stoppable = !UNSTOPPABLE.contains(&kind.as_str());
            let faults = lint(&letter.raw, &Expected { domain: MAIL_DOMAIN, dkim: Some(dkim.public()), stoppable });
            assert!(faults.is_empty(), "{kind} to {:?}: {faults:?}", letter.recipients);
        }
    }
}
