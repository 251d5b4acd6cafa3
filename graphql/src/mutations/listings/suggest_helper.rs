//! The team asks somebody whether they could help.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use exchange::SuggestHelper;
use kernel::{ListingId, MemberId};

/// Somebody who may be able to help with a request that nobody has answered.
#[derive(InputObject)]
pub struct SuggestHelperInput {
    /// The request.
    request_id: ID,
    /// Who offers what it asks for.
    helper_id: ID,
}

payload! {
    /// What came of it.
    SuggestHelperPayload {
        /// True.
        told: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: SuggestHelperInput) -> Result<SuggestHelperPayload> {
    let cmd = SuggestHelper { request: ListingId::asked(&input.request_id), helper: MemberId::asked(&input.helper_id) };
    let done = exchange::suggest_helper::suggest_helper(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| SuggestHelperPayload { told: Some(true), refusal: None })
}
