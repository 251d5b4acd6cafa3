//! Saying which letters one wants.

use crate::{refusal::payload, visit::Desk};
use async_graphql::{InputObject, Result};
use membership::letters::{self, ChooseLetters};

/// The letters the asker wants.
#[derive(InputObject)]
#[expect(clippy::struct_excessive_bools, reason = "one choice a kind of letter, as on the page")]
pub struct ChooseLettersInput {
    /// The weekly digest.
    digest: bool,
    /// At which hour of their own day, 0 to 23.
    digest_hour: i32,
    /// Of private messages.
    message_letters: bool,
    /// Of sponsorships asked and given.
    sponsorship_letters: bool,
    /// Of one's own listings that end.
    listing_letters: bool,
    /// Of what one's kept searches find.
    search_letters: bool,
    /// Of urgent requests that go with what one offers.
    urgent_letters: bool,
}

payload! {
    /// What came of it.
    ChooseLettersPayload {
        /// True.
        saved: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: ChooseLettersInput) -> Result<ChooseLettersPayload> {
    let cmd = ChooseLetters {
        digest: input.digest,
        digest_hour: input.digest_hour,
        message_letters: input.message_letters,
        sponsorship_letters: input.sponsorship_letters,
        listing_letters: input.listing_letters,
        search_letters: input.search_letters,
        urgent_letters: input.urgent_letters,
    };
    let done = letters::choose_letters(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| ChooseLettersPayload { saved: Some(true), refusal: None })
}
