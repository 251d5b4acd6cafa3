//! "Not interested."

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use exchange::DismissMatch;
use kernel::MatchId;

/// A match that does not concern the asker.
#[derive(InputObject)]
pub struct DismissMatchInput {
    /// Which match of the asker's.
    id: ID,
}

payload! {
    /// What came of it.
    DismissMatchPayload {
        /// True.
        dismissed: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: DismissMatchInput) -> Result<DismissMatchPayload> {
    let cmd = DismissMatch { id: MatchId::asked(&input.id) };
    let done = exchange::dismiss_match::dismiss_match(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| DismissMatchPayload { dismissed: Some(true), refusal: None })
}
