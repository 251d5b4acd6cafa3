//! A steward objects to the end of a household.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::HouseholdId;
use sponsorship::KeepTogether;

/// To which, and why.
#[derive(InputObject)]
pub struct KeepTogetherInput {
    /// Which tie (`householdOf`).
    household_id: ID,
    /// Why; both read it; 1 to 500 characters.
    reason: String,
}

payload! {
    /// What came of it.
    KeepTogetherPayload {
        /// True.
        kept: bool,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: KeepTogetherInput) -> Result<KeepTogetherPayload> {
    let cmd = KeepTogether { id: HouseholdId::asked(&input.household_id), reason: input.reason };
    let done = sponsorship::keep_together(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| KeepTogetherPayload { kept: Some(true), refusal: None })
}
