//! Ending all of the asker's sessions.

use crate::{
    refusal::payload,
    visit::{Cookie, Desk},
};
use async_graphql::Result;
use membership::session;

payload! {
    /// What came of it.
    SignOutEverywherePayload {
        /// True.
        signed_out: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>) -> Result<SignOutEverywherePayload> {
    let done = session::sign_out_everywhere(desk.db, desk.caller).await;
    desk.payload(done, |()| {
        desk.visit.give(Cookie::NoSession);
        SignOutEverywherePayload { signed_out: Some(true), refusal: None }
    })
}
