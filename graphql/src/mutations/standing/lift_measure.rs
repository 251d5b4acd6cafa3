//! A steward takes a measure back.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::MeasureId;
use sponsorship::LiftMeasure;

/// What is asked.
#[derive(InputObject)]
pub struct LiftMeasureInput {
    /// Which.
    measure_id: ID,
    /// Kept in the journal; 1 to 500 characters.
    reason: String,
}

payload! {
    /// What came of it.
    LiftMeasurePayload {
        /// True.
        lifted: bool,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: LiftMeasureInput) -> Result<LiftMeasurePayload> {
    let cmd = LiftMeasure { id: MeasureId::asked(&input.measure_id), reason: input.reason };
    let done = sponsorship::lift_measure(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| LiftMeasurePayload { lifted: Some(true), refusal: None })
}
