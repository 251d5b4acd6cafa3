//! A member says that they share a household with another.

use crate::{ids::Global as _, refusal::payload, visit::Desk, words::HouseholdState};
use async_graphql::{ID, InputObject, Result};
use kernel::{HouseholdId, MemberId};
use sponsorship::SayTogether;
use uuid::Uuid;

/// With whom.
#[derive(InputObject)]
pub struct SayTogetherInput {
    /// Made by the client; sending it twice says it once.
    id: Uuid,
    /// With whom.
    member_id: ID,
}

payload! {
    /// What came of it.
    SayTogetherPayload {
        /// Where it stands now.
        state: HouseholdState,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: SayTogetherInput) -> Result<SayTogetherPayload> {
    let cmd = SayTogether { id: HouseholdId(input.id), member: MemberId::asked(&input.member_id) };
    let done = sponsorship::say_together(desk.db, desk.caller, cmd).await;
    desk.payload(done, |said| SayTogetherPayload { state: Some(said.into()), refusal: None })
}
