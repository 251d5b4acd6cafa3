//! Taking the second factor away.

use crate::{refusal::payload, visit::Desk};
use async_graphql::Result;
use membership::factor;

payload! {
    /// What came of it.
    RemoveSecondFactorPayload {
        /// True: the account has none any more, and its address is told.
        removed: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>) -> Result<RemoveSecondFactorPayload> {
    let done = factor::remove(desk.db, desk.caller).await;
    desk.payload(done, |()| RemoveSecondFactorPayload { removed: Some(true), refusal: None })
}
