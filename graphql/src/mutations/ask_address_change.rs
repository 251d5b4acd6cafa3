//! Asking to be reached at another address.

use crate::{refusal::payload, visit::Desk};
use async_graphql::{InputObject, Result};
use kernel::AddressChangeId;
use membership::address_change::{self, AskAddressChange};
use uuid::Uuid;

/// Another address.
#[derive(InputObject)]
pub struct AskAddressChangeInput {
    /// Made by the client: asking twice with the same id asks once.
    id: Uuid,
    /// The new address.
    email: String,
}

payload! {
    /// What came of it: the same whether or not the new address is known here.
    AskAddressChangePayload {
        /// True: a letter is on its way to the new address.
        asked: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: AskAddressChangeInput) -> Result<AskAddressChangePayload> {
    let email = match super::address(&input.email) {
        Ok(email) => email,
        Err(bad) => return desk.payload(Err(bad), |()| AskAddressChangePayload::default()),
    };
    let cmd = AskAddressChange {
        id: AddressChangeId(input.id),
        email,
        session: desk.session(),
        host: desk.visit.origin.host.clone(),
        language: desk.caller.language,
    };
    let done = address_change::ask(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| AskAddressChangePayload { asked: Some(true), refusal: None })
}
