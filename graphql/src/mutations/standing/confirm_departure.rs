//! A second steward confirms.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::DepartureId;
use sponsorship::ConfirmDeparture;

/// What is asked.
#[derive(InputObject)]
pub struct ConfirmDepartureInput {
    /// Which.
    departure_id: ID,
    /// The `seen` of what was shown to whoever confirms.
    seen: String,
}

payload! {
    /// What came of it.
    ConfirmDeparturePayload {
        /// True.
        confirmed: bool,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: ConfirmDepartureInput) -> Result<ConfirmDeparturePayload> {
    let cmd = ConfirmDeparture { id: DepartureId::asked(&input.departure_id), seen: input.seen };
    let done = sponsorship::confirm_departure(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| ConfirmDeparturePayload { confirmed: Some(true), refusal: None })
}
