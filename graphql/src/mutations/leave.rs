//! Leaving the community.

use crate::{refusal::payload, visit::Desk};
use async_graphql::Result;

payload! {
    /// What came of it.
    LeavePayload {
        /// True.
        left: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>) -> Result<LeavePayload> {
    let done = membership::leave::leave(desk.db, desk.caller).await;
    desk.payload(done, |()| LeavePayload { left: Some(true), refusal: None })
}
