//! A steward puts somebody out.

use crate::{ids::Global as _, refusal::payload, visit::Desk, words::DepartureCause};
use async_graphql::{ID, InputObject, Result};
use kernel::{DepartureId, MemberId};
use sponsorship::{PutOut, PutOutcome};
use uuid::Uuid;

/// Who, and why.
#[derive(InputObject)]
pub struct PutOutInput {
    /// Made by the client; sending it twice decides once.
    id: Uuid,
    /// Whom.
    member_id: ID,
    /// Why, as a kind.
    cause: DepartureCause,
    /// Told to them and kept in the journal; 1 to 500 characters.
    reason: String,
    /// The `seen` of `whatIf`: if others are touched by now than were shown, nothing is done.
    seen: String,
}

payload! {
    /// What came of it.
    PutOutPayload {
        /// Whether they are out.
        is_out: bool,
        /// The decision; while nobody is out, it waits for another steward.
        departure_id: ID,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: PutOutInput) -> Result<PutOutPayload> {
    let id = DepartureId(input.id);
    let member = MemberId::asked(&input.member_id);
    let cmd = PutOut { id, member, cause: input.cause.into(), reason: input.reason, seen: input.seen };
    let done = sponsorship::put_out(desk.db, desk.caller, cmd).await;
    desk.payload(done, |came| PutOutPayload {
        is_out: Some(came == PutOutcome::Done),
        departure_id: Some(id.global()),
        refusal: None,
    })
}
