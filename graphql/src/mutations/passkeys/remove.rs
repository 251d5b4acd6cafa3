//! Taking a passkey away.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::PasskeyId;
use membership::passkey;

/// Which one.
#[derive(InputObject)]
pub struct RemovePasskeyInput {
    /// The passkey.
    passkey_id: ID,
}

payload! {
    /// What came of it.
    RemovePasskeyPayload {
        /// True: it opens nothing any more, and the account's address is told.
        removed: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: RemovePasskeyInput) -> Result<RemovePasskeyPayload> {
    let done = passkey::remove(desk.db, desk.caller, PasskeyId::asked(&input.passkey_id)).await;
    desk.payload(done, |()| RemovePasskeyPayload { removed: Some(true), refusal: None })
}
