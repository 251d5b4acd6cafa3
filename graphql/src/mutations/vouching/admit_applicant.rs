//! A steward lets somebody in.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::MemberId;
use sponsorship::admit::{self, Admit};

/// Who, and why.
#[derive(InputObject)]
pub struct AdmitApplicantInput {
    /// Whom.
    member_id: ID,
    /// Kept with the decision; at most 500 characters.
    #[graphql(default)]
    reason: String,
}

payload! {
    /// What came of it.
    AdmitApplicantPayload {
        /// True.
        admitted: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: AdmitApplicantInput) -> Result<AdmitApplicantPayload> {
    let cmd = Admit { member: MemberId::asked(&input.member_id), reason: input.reason };
    let done = admit::admit(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| AdmitApplicantPayload { admitted: Some(true), refusal: None })
}
