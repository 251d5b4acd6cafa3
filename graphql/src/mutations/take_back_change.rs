//! "This was not me": taking a change of an account back.

use crate::{refusal::payload, visit::Desk};
use async_graphql::{InputObject, Result};
use membership::account_change;

/// What the letter said.
#[derive(InputObject)]
pub struct TakeBackChangeInput {
    /// The token in the link.
    token: String,
}

payload! {
    /// What came of it.
    TakeBackChangePayload {
        /// True: the account is as it was, and every session of it has ended.
        taken_back: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: TakeBackChangeInput) -> Result<TakeBackChangePayload> {
    let done = account_change::undo(desk.db, desk.caller, &input.token).await;
    desk.payload(done, |()| TakeBackChangePayload { taken_back: Some(true), refusal: None })
}
