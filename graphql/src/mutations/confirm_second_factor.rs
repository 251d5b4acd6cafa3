//! Confirming a second factor with its first code.

use crate::{
    refusal::payload,
    visit::{Cookie, Desk},
};
use async_graphql::{InputObject, Result};
use membership::factor;

/// The first code of the application.
#[derive(InputObject)]
pub struct ConfirmSecondFactorInput {
    /// The code; blanks do not matter.
    code: String,
}

payload! {
    /// What came of it; the session goes on under another token, which comes as a cookie.
    ConfirmSecondFactorPayload {
        /// Ten codes, each of which works once in the place of the application. Shown this once.
        recovery_codes: Vec<String>,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: ConfirmSecondFactorInput) -> Result<ConfirmSecondFactorPayload> {
    let done = factor::confirm(desk.db, desk.caller, desk.session(), &input.code).await;
    desk.payload(done, |enrolled| {
        desk.visit.give(Cookie::Session(enrolled.proved.session_token));
        ConfirmSecondFactorPayload { recovery_codes: Some(enrolled.recovery_codes), refusal: None }
    })
}
