//! Showing that it is oneself, by a passkey.

use super::{BeginPasskeyPayload, answer, begun, venue};
use crate::{
    refusal::payload,
    visit::{Cookie, Desk},
};
use async_graphql::{ID, InputObject, Json, Result};
use kernel::Timestamp;
use membership::passkey;
use serde_json::Value;

/// The device answered.
#[derive(InputObject)]
pub struct ProveByPasskeyInput {
    /// The beginning that it answers.
    challenge_id: ID,
    /// What `navigator.credentials.get` answered.
    credential: Json<Value>,
}

payload! {
    /// What came of it; the session goes on under another token, which comes as a cookie.
    ProveByPasskeyPayload {
        /// Until when it counts.
        until: Timestamp,
    }
}

pub(super) async fn begin(desk: Desk<'_>) -> Result<BeginPasskeyPayload> {
    begun(desk, passkey::begin_proving(desk.db, desk.caller, desk.session(), &venue(desk)).await)
}

pub(super) async fn run(desk: Desk<'_>, input: ProveByPasskeyInput) -> Result<ProveByPasskeyPayload> {
    let answer = answer(&input.challenge_id, input.credential);
    let done = passkey::prove(desk.db, desk.caller, desk.session(), &venue(desk), answer).await;
    desk.payload(done, |proved| {
        desk.visit.give(Cookie::Session(proved.session_token));
        ProveByPasskeyPayload { until: Some(proved.until), refusal: None }
    })
}
