//! Confirming a new address with the six digits of its letter.

use crate::{refusal::payload, visit::Desk};
use async_graphql::{InputObject, Result};
use membership::address_change;

/// What the letter said.
#[derive(InputObject)]
pub struct ConfirmAddressByCodeInput {
    /// The six digits; blanks do not matter.
    code: String,
}

payload! {
    /// What came of it.
    ConfirmAddressByCodePayload {
        /// True: the address has changed, and the old one is told.
        confirmed: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: ConfirmAddressByCodeInput) -> Result<ConfirmAddressByCodePayload> {
    let done = address_change::confirm_code(desk.db, desk.caller, desk.session(), &input.code).await;
    desk.payload(done, |()| ConfirmAddressByCodePayload { confirmed: Some(true), refusal: None })
}
