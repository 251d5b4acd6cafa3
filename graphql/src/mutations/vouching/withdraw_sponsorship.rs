//! Taking one's word back before the newcomer is in.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::SponsorshipId;
use sponsorship::Withdraw;

/// Which one.
#[derive(InputObject)]
pub struct WithdrawSponsorshipInput {
    /// A sponsorship the asker gave.
    sponsorship_id: ID,
}

payload! {
    /// What came of it.
    WithdrawSponsorshipPayload {
        /// True.
        withdrawn: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: WithdrawSponsorshipInput) -> Result<WithdrawSponsorshipPayload> {
    let cmd = Withdraw { sponsorship: SponsorshipId::asked(&input.sponsorship_id) };
    let done = sponsorship::withdraw::withdraw(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| WithdrawSponsorshipPayload { withdrawn: Some(true), refusal: None })
}
