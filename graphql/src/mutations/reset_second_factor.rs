//! The operator takes somebody's second factors away, who has lost them all.

use crate::{refusal::payload, visit::Desk};
use async_graphql::{InputObject, Result};
use kernel::Timestamp;
use membership::factor_reset::{self, AskReset};

/// Whose, and why.
#[derive(InputObject)]
pub struct ResetSecondFactorInput {
    /// The account's address.
    email: String,
    /// How the operator made sure who asks; stands in the platform's journal.
    reason: String,
}

payload! {
    /// What came of it.
    ResetSecondFactorPayload {
        /// When it will be done, unless the account's address stops it.
        due_at: Timestamp,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: ResetSecondFactorInput) -> Result<ResetSecondFactorPayload> {
    let email = match super::address(&input.email) {
        Ok(email) => email,
        Err(bad) => return desk.payload(Err(bad), |()| ResetSecondFactorPayload::default()),
    };
    let done = factor_reset::ask(desk.db, desk.caller, AskReset { email, reason: input.reason }).await;
    desk.payload(done, |due| ResetSecondFactorPayload { due_at: Some(due), refusal: None })
}
