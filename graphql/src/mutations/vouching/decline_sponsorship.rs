//! Saying no to a request, in private: the applicant hears "not this time".

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::SponsorshipId;
use sponsorship::Decline;

/// Which one.
#[derive(InputObject)]
pub struct DeclineSponsorshipInput {
    /// A request made to the asker.
    sponsorship_id: ID,
}

payload! {
    /// What came of it.
    DeclineSponsorshipPayload {
        /// True.
        declined: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: DeclineSponsorshipInput) -> Result<DeclineSponsorshipPayload> {
    let cmd = Decline { sponsorship: SponsorshipId::asked(&input.sponsorship_id) };
    let done = sponsorship::decline::decline(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| DeclineSponsorshipPayload { declined: Some(true), refusal: None })
}
