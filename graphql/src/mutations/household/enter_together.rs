//! A steward enters that two share a household.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::{HouseholdId, MemberId};
use sponsorship::{EnterTogether, Entered};
use uuid::Uuid;

/// Who, and why.
#[derive(InputObject)]
pub struct EnterTogetherInput {
    /// Made by the client; sending it twice enters it once.
    id: Uuid,
    /// One of the two.
    member_id: ID,
    /// The other.
    other_id: ID,
    /// Why; both read it; 1 to 500 characters.
    reason: String,
    /// The name of what was shown (`householdEffects`).
    seen: String,
}

payload! {
    /// What came of it.
    EnterTogetherPayload {
        /// Whether it counts now; else another steward must enter it as well.
        counts: bool,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: EnterTogetherInput) -> Result<EnterTogetherPayload> {
    let cmd = EnterTogether {
        id: HouseholdId(input.id),
        member: MemberId::asked(&input.member_id),
        other: MemberId::asked(&input.other_id),
        reason: input.reason,
        seen: input.seen,
    };
    let done = sponsorship::enter_together(desk.db, desk.caller, cmd).await;
    desk.payload(done, |entered| EnterTogetherPayload { counts: Some(entered == Entered::Counts), refusal: None })
}
