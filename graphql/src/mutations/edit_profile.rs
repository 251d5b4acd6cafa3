//! Changing what the asker says of themselves.

use crate::{refusal::payload, visit::Desk, words::Language};
use async_graphql::{InputObject, Result};
use membership::profile::{self, EditProfile};

/// The profile as it is to be; every field replaces what was there.
#[derive(InputObject)]
pub struct EditProfileInput {
    /// Name, 1 to 60 characters.
    name: String,
    /// About oneself, at most 500 characters.
    #[graphql(default)]
    about: String,
    /// Town, at most 80 characters.
    #[graphql(default)]
    town: String,
    /// The language of pages and letters.
    language: Language,
    /// IANA name of the time zone.
    timezone: String,
}

payload! {
    /// What came of it.
    EditProfilePayload {
        /// True.
        saved: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: EditProfileInput) -> Result<EditProfilePayload> {
    let EditProfileInput { name, about, town, language, timezone } = input;
    let cmd = EditProfile { name, about, town, language: language.into(), timezone };
    let done = profile::edit_profile(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| EditProfilePayload { saved: Some(true), refusal: None })
}
