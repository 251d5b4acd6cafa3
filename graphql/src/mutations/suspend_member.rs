//! A steward suspends a member.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::MemberId;
use membership::suspend::{self, Suspend};

/// Who, and why.
#[derive(InputObject)]
pub struct SuspendMemberInput {
    /// Whom.
    member_id: ID,
    /// Told to them and kept in the journal; 1 to 500 characters.
    reason: String,
}

payload! {
    /// What came of it.
    SuspendMemberPayload {
        /// True.
        suspended: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: SuspendMemberInput) -> Result<SuspendMemberPayload> {
    let cmd = Suspend { member: MemberId::asked(&input.member_id), reason: input.reason };
    let done = suspend::suspend(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| SuspendMemberPayload { suspended: Some(true), refusal: None })
}
