//! A steward turns somebody down; they may ask again later.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::MemberId;
use sponsorship::refuse::{self, Refuse};

/// Who, and why.
#[derive(InputObject)]
pub struct RefuseApplicantInput {
    /// Whom.
    member_id: ID,
    /// Kept with the decision; 1 to 500 characters.
    reason: String,
}

payload! {
    /// What came of it.
    RefuseApplicantPayload {
        /// True.
        turned_down: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: RefuseApplicantInput) -> Result<RefuseApplicantPayload> {
    let cmd = Refuse { member: MemberId::asked(&input.member_id), reason: input.reason };
    let done = refuse::refuse(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| RefuseApplicantPayload { turned_down: Some(true), refusal: None })
}
