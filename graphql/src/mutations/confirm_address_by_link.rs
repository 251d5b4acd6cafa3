//! Confirming a new address with the link of its letter.

use crate::{refusal::payload, visit::Desk};
use async_graphql::{InputObject, Result};
use membership::address_change;

/// What the letter said.
#[derive(InputObject)]
pub struct ConfirmAddressByLinkInput {
    /// The token in the link.
    token: String,
}

payload! {
    /// What came of it.
    ConfirmAddressByLinkPayload {
        /// True: the address has changed, and the old one is told.
        confirmed: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: ConfirmAddressByLinkInput) -> Result<ConfirmAddressByLinkPayload> {
    let done = address_change::confirm_link(desk.db, desk.caller, desk.session(), &input.token).await;
    desk.payload(done, |()| ConfirmAddressByLinkPayload { confirmed: Some(true), refusal: None })
}
