//! A copy of everything about the asker.

use crate::{refusal::payload, visit::Desk};
use async_graphql::Result;

payload! {
    /// What came of it.
    AskCopyPayload {
        /// True.
        asked: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>) -> Result<AskCopyPayload> {
    let done = privacy::ask_copy(desk.db, desk.caller).await;
    desk.payload(done, |()| AskCopyPayload { asked: Some(true), refusal: None })
}
