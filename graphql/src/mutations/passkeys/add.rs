//! Adding a passkey.

use super::{BeginPasskeyPayload, answer, begun, venue};
use crate::{
    ids::Global as _,
    refusal::payload,
    visit::{Cookie, Desk},
};
use async_graphql::{ID, InputObject, Json, Result};
use membership::passkey::{self, AddPasskey};
use serde_json::Value;

/// The device made a key.
#[derive(InputObject)]
pub struct AddPasskeyInput {
    /// The beginning that it answers.
    challenge_id: ID,
    /// What its owner calls it.
    name: String,
    /// What `navigator.credentials.create` answered.
    credential: Json<Value>,
}

payload! {
    /// What came of it; the session goes on under another token, which comes as a cookie.
    AddPasskeyPayload {
        /// The passkey.
        passkey_id: ID,
        /// Ten codes, each of which works once in its place, shown this once; none where there was a second factor before.
        recovery_codes: Vec<String>,
    }
}

pub(super) async fn begin(desk: Desk<'_>) -> Result<BeginPasskeyPayload> {
    begun(desk, passkey::begin_adding(desk.db, desk.caller, desk.session(), &venue(desk)).await)
}

pub(super) async fn run(desk: Desk<'_>, input: AddPasskeyInput) -> Result<AddPasskeyPayload> {
    let cmd = AddPasskey { name: input.name, answer: answer(&input.challenge_id, input.credential) };
    let done = passkey::add(desk.db, desk.caller, desk.session(), &venue(desk), cmd).await;
    desk.payload(done, |added| {
        desk.visit.give(Cookie::Session(added.proved.session_token));
        AddPasskeyPayload {
            passkey_id: Some(added.id.global()),
            recovery_codes: Some(added.recovery_codes),
            refusal: None,
        }
    })
}
