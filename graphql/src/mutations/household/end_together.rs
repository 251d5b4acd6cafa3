//! Saying that one shares a household no longer.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::HouseholdId;
use sponsorship::EndTogether;

/// What is asked.
#[derive(InputObject)]
pub struct EndTogetherInput {
    /// Which tie (`myHousehold`).
    household_id: ID,
}

payload! {
    /// What came of it.
    EndTogetherPayload {
        /// True.
        ending: bool,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: EndTogetherInput) -> Result<EndTogetherPayload> {
    let cmd = EndTogether { id: HouseholdId::asked(&input.household_id) };
    let done = sponsorship::end_together(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| EndTogetherPayload { ending: Some(true), refusal: None })
}
