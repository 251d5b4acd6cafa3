//! An applicant takes a request back.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::SponsorshipId;
use sponsorship::CancelRequest;

/// Which one.
#[derive(InputObject)]
pub struct CancelSponsorRequestInput {
    /// A request of the asker's.
    sponsorship_id: ID,
}

payload! {
    /// What came of it.
    CancelSponsorRequestPayload {
        /// True.
        cancelled: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: CancelSponsorRequestInput) -> Result<CancelSponsorRequestPayload> {
    let cmd = CancelRequest { sponsorship: SponsorshipId::asked(&input.sponsorship_id) };
    let done = sponsorship::cancel::cancel_request(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| CancelSponsorRequestPayload { cancelled: Some(true), refusal: None })
}
