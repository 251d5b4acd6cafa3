//! Ten recovery codes in the place of the former ones.

use crate::{refusal::payload, visit::Desk};
use async_graphql::Result;
use membership::factor;

payload! {
    /// What came of it.
    RenewRecoveryCodesPayload {
        /// Each works once in the place of the application. Shown this once.
        recovery_codes: Vec<String>,
    }
}

pub(super) async fn run(desk: Desk<'_>) -> Result<RenewRecoveryCodesPayload> {
    let done = factor::renew_recovery_codes(desk.db, desk.caller).await;
    desk.payload(done, |codes| RenewRecoveryCodesPayload { recovery_codes: Some(codes), refusal: None })
}
