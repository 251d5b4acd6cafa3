//! A steward calls off what waits.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::DepartureId;
use sponsorship::CallOff;

/// What is asked.
#[derive(InputObject)]
pub struct CallOffDepartureInput {
    /// Which.
    departure_id: ID,
}

payload! {
    /// What came of it.
    CallOffDeparturePayload {
        /// True.
        called_off: bool,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: CallOffDepartureInput) -> Result<CallOffDeparturePayload> {
    let cmd = CallOff { id: DepartureId::asked(&input.departure_id) };
    let done = sponsorship::call_off(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| CallOffDeparturePayload { called_off: Some(true), refusal: None })
}
