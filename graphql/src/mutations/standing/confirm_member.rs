//! A steward decides that somebody under review stays.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::ReviewId;
use sponsorship::ConfirmMember;

/// What is asked.
#[derive(InputObject)]
pub struct ConfirmMemberInput {
    /// The review.
    review_id: ID,
    /// Told to them and kept in the journal; 1 to 500 characters.
    reason: String,
}

payload! {
    /// What came of it.
    ConfirmMemberPayload {
        /// True.
        confirmed: bool,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: ConfirmMemberInput) -> Result<ConfirmMemberPayload> {
    let cmd = ConfirmMember { id: ReviewId::asked(&input.review_id), reason: input.reason };
    let done = sponsorship::confirm_member(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| ConfirmMemberPayload { confirmed: Some(true), refusal: None })
}
