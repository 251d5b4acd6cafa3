//! The operator lets letters go to an address again.

use crate::{refusal::payload, visit::Desk};
use async_graphql::{InputObject, Result};

/// Which address.
#[derive(InputObject)]
pub struct LiftSuppressionInput {
    /// The whole address.
    email: String,
}

payload! {
    /// What came of it.
    LiftSuppressionPayload {
        /// True.
        lifted: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: LiftSuppressionInput) -> Result<LiftSuppressionPayload> {
    let email = match super::address(&input.email) {
        Ok(email) => email,
        Err(bad) => return desk.payload(Err(bad), |()| LiftSuppressionPayload::default()),
    };
    let done = membership::suppression::lift(desk.db, desk.caller, &email).await;
    desk.payload(done, |()| LiftSuppressionPayload { lifted: Some(true), refusal: None })
}
