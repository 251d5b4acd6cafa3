//! Asking for a sign-in letter.

use crate::{
    refusal::payload,
    visit::{Cookie, Desk},
};
use async_graphql::{InputObject, Result};
use kernel::SignInId;
use membership::sign_in::{self, AskSignIn};
use uuid::Uuid;

/// Somebody wants to sign in.
#[derive(InputObject)]
pub struct AskSignInInput {
    /// Made by the client: asking twice with the same id asks once.
    id: Uuid,
    /// Their e-mail address.
    email: String,
    /// The page the letter's link leads to: a path of this host.
    #[graphql(default)]
    return_to: String,
}

payload! {
    /// What came of it: the same for every address (A1).
    AskSignInPayload {
        /// True. The cookie that came with the answer must be sent with the code.
        asked: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: AskSignInInput) -> Result<AskSignInPayload> {
    let email = match super::address(&input.email) {
        Ok(email) => email,
        Err(bad) => return desk.payload(Err(bad), |()| AskSignInPayload::default()),
    };
    let cmd = AskSignIn {
        id: SignInId(input.id),
        email,
        browser: browser(desk),
        device: desk.visit.origin.device.clone(),
        return_to: input.return_to,
        host: desk.visit.origin.host.clone(),
        language: desk.caller.language,
    };
    let done = sign_in::ask(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| AskSignInPayload { asked: Some(true), refusal: None })
}

/// The nonce this browser or program holds; a new one if it holds none.
pub(super) fn browser(desk: Desk<'_>) -> String {
    if !desk.visit.origin.browser.is_empty() {
        return desk.visit.origin.browser.clone();
    }
    let nonce = desk.db.entropy().token();
    desk.visit.give(Cookie::Browser(nonce.clone()));
    nonce
}
