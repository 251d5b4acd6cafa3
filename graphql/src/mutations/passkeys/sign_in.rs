//! Signing in with a passkey.

use super::{BeginPasskeyPayload, answer, begun, venue};
use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Json, Result};
use membership::passkey::{self, PasskeySignIn};
use serde_json::Value;

/// The device answered.
#[derive(InputObject)]
pub struct SignInByPasskeyInput {
    /// The beginning that it answers.
    challenge_id: ID,
    /// What `navigator.credentials.get` answered.
    credential: Json<Value>,
    /// The page to go to afterwards: a path of this host.
    #[graphql(default)]
    return_to: String,
}

payload! {
    /// What came of it; the session itself comes as a cookie.
    SignInByPasskeyPayload {
        /// The session.
        session_id: ID,
        /// The path that was wished for.
        return_to: String,
    }
}

pub(super) async fn begin(desk: Desk<'_>) -> Result<BeginPasskeyPayload> {
    let browser = crate::mutations::ask_sign_in::browser(desk);
    begun(desk, passkey::begin_sign_in(desk.db, desk.caller, &browser, &venue(desk)).await)
}

pub(super) async fn run(desk: Desk<'_>, input: SignInByPasskeyInput) -> Result<SignInByPasskeyPayload> {
    let origin = desk.visit.origin.clone();
    let cmd = PasskeySignIn {
        answer: answer(&input.challenge_id, input.credential),
        browser: origin.browser,
        device: origin.device,
        user_agent: origin.user_agent,
        return_to: input.return_to,
    };
    let signed = passkey::sign_in(desk.db, desk.caller, &venue(desk), cmd).await;
    let done = desk.come_in(signed).await;
    desk.payload(done, |signed| SignInByPasskeyPayload {
        session_id: Some(signed.session.global()),
        return_to: Some(signed.return_to),
        refusal: None,
    })
}
