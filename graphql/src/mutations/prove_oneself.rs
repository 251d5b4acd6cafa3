//! Showing that it is oneself, by a second factor.

use crate::{
    refusal::payload,
    visit::{Cookie, Desk},
};
use async_graphql::{InputObject, Result};
use kernel::Timestamp;
use membership::factor;

/// A code of the application, or a recovery code.
#[derive(InputObject)]
pub struct ProveOneselfInput {
    /// The code; blanks do not matter.
    code: String,
}

payload! {
    /// What came of it; the session goes on under another token, which comes as a cookie.
    ProveOneselfPayload {
        /// Until when it counts.
        until: Timestamp,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: ProveOneselfInput) -> Result<ProveOneselfPayload> {
    let done = factor::prove(desk.db, desk.caller, desk.session(), &input.code).await;
    desk.payload(done, |proved| {
        desk.visit.give(Cookie::Session(proved.session_token));
        ProveOneselfPayload { until: Some(proved.until), refusal: None }
    })
}
