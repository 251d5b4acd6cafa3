//! Answering somebody who says that one shares a household with them.

use crate::{ids::Global as _, refusal::payload, visit::Desk, words::HouseholdState};
use async_graphql::{ID, InputObject, Result};
use kernel::HouseholdId;
use sponsorship::AnswerTogether;

/// The answer.
#[derive(InputObject)]
pub struct AnswerTogetherInput {
    /// To which tie (`myHousehold`).
    household_id: ID,
    /// Whether it is so. Whoever said so first can only take it back.
    agrees: bool,
}

payload! {
    /// What came of it.
    AnswerTogetherPayload {
        /// Where it stands now; `OVER` where it is not so.
        state: HouseholdState,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: AnswerTogetherInput) -> Result<AnswerTogetherPayload> {
    let cmd = AnswerTogether { id: HouseholdId::asked(&input.household_id), agrees: input.agrees };
    let done = sponsorship::answer_together(desk.db, desk.caller, cmd).await;
    desk.payload(done, |said| AnswerTogetherPayload {
        state: Some(said.map_or(HouseholdState::Over, Into::into)),
        refusal: None,
    })
}
