//! The operator lets a community's letters go on.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::CommunityId;
use membership::complaints;

/// Whose, and why.
#[derive(InputObject)]
pub struct LetLettersGoInput {
    /// Which community.
    community_id: ID,
    /// Why; stands in the community's journal, and its owners read it.
    reason: String,
}

payload! {
    /// What came of it.
    LetLettersGoPayload {
        /// True: its letters leave.
        let_go: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: LetLettersGoInput) -> Result<LetLettersGoPayload> {
    let community = CommunityId::asked(&input.community_id);
    let done = complaints::let_go(desk.db, desk.caller, community, &input.reason).await;
    desk.payload(done, |()| LetLettersGoPayload { let_go: Some(true), refusal: None })
}
