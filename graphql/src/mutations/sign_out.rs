//! Ending one of the asker's own sessions.

use crate::{
    ids::Global as _,
    refusal::payload,
    visit::{Cookie, Desk},
};
use async_graphql::{ID, InputObject, Result};
use kernel::SessionId;
use membership::session;

/// Which session.
#[derive(InputObject)]
pub struct SignOutInput {
    /// One of the asker's; the present one when absent.
    session_id: Option<ID>,
}

payload! {
    /// What came of it.
    SignOutPayload {
        /// True.
        signed_out: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: SignOutInput) -> Result<SignOutPayload> {
    let own = desk.visit.session;
    let asked = input.session_id.as_ref().map(SessionId::asked).or(own);
    let done = session::sign_out(desk.db, desk.caller, asked.unwrap_or(SessionId(uuid::Uuid::max()))).await;
    if done.is_ok() && asked == own {
        desk.visit.give(Cookie::NoSession);
    }
    desk.payload(done, |()| SignOutPayload { signed_out: Some(true), refusal: None })
}
