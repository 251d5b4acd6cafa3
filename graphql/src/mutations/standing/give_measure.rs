//! A steward decides something about how a member vouches.

use crate::{ids::Global as _, refusal::payload, visit::Desk, words::MeasureDegree};
use async_graphql::{ID, InputObject, Result};
use kernel::{MeasureId, MemberId};
use sponsorship::GiveMeasure;
use uuid::Uuid;

/// About whom, and why.
#[derive(InputObject)]
pub struct GiveMeasureInput {
    /// Made by the client; sending it twice takes one measure.
    id: Uuid,
    /// About whom.
    member_id: ID,
    /// Which.
    degree: MeasureDegree,
    /// Told to them and kept in the journal; 1 to 500 characters.
    reason: String,
}

payload! {
    /// What came of it.
    GiveMeasurePayload {
        /// The measure.
        measure_id: ID,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: GiveMeasureInput) -> Result<GiveMeasurePayload> {
    let id = MeasureId(input.id);
    let member = MemberId::asked(&input.member_id);
    let cmd = GiveMeasure { id, member, degree: input.degree.into(), reason: input.reason };
    let done = sponsorship::give_measure(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| GiveMeasurePayload { measure_id: Some(id.global()), refusal: None })
}
