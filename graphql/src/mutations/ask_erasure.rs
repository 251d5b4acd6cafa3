//! The asker wants to be erased.

use crate::{refusal::payload, visit::Desk};
use async_graphql::{InputObject, Result};
use privacy::AskErasure;

/// That it is meant.
#[derive(InputObject)]
pub struct AskErasureInput {
    /// Must be true: nothing comes back.
    sure: bool,
}

payload! {
    /// What came of it.
    AskErasurePayload {
        /// True.
        asked: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: AskErasureInput) -> Result<AskErasurePayload> {
    let done = privacy::ask_erasure(desk.db, desk.caller, AskErasure { sure: input.sure }).await;
    desk.payload(done, |()| AskErasurePayload { asked: Some(true), refusal: None })
}
