//! Beginning to set up a second factor.

use crate::{refusal::payload, visit::Desk};
use async_graphql::Result;
use membership::factor;

payload! {
    /// What an application needs to make codes; shown this once.
    BeginSecondFactorPayload {
        /// The secret in groups of four letters and digits.
        secret: String,
        /// The same as an `otpauth:` address.
        uri: String,
    }
}

pub(super) async fn run(desk: Desk<'_>) -> Result<BeginSecondFactorPayload> {
    let done = factor::begin(desk.db, desk.caller).await;
    desk.payload(done, |made| BeginSecondFactorPayload {
        secret: Some(made.secret),
        uri: Some(made.uri),
        refusal: None,
    })
}
