//! A steward takes a suspended member back.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::MemberId;
use sponsorship::Reinstate;

/// Who, and why.
#[derive(InputObject)]
pub struct ReinstateMemberInput {
    /// Whom.
    member_id: ID,
    /// Kept in the journal; 1 to 500 characters.
    reason: String,
}

payload! {
    /// What came of it.
    ReinstateMemberPayload {
        /// True.
        reinstated: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: ReinstateMemberInput) -> Result<ReinstateMemberPayload> {
    let cmd = Reinstate { member: MemberId::asked(&input.member_id), reason: input.reason };
    let done = sponsorship::reinstate(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| ReinstateMemberPayload { reinstated: Some(true), refusal: None })
}
