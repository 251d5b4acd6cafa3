//! An applicant wishes to go on waiting.

use crate::{refusal::payload, visit::Desk};
use async_graphql::Result;

payload! {
    /// What came of it.
    RenewApplicationPayload {
        /// True.
        renewed: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>) -> Result<RenewApplicationPayload> {
    let done = sponsorship::renew_application(desk.db, desk.caller).await;
    desk.payload(done, |()| RenewApplicationPayload { renewed: Some(true), refusal: None })
}
