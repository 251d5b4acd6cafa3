//! A steward gives their voice about a reservation.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::ReservationId;
use sponsorship::{DecideReservation, Decided};

/// What they think.
#[derive(InputObject)]
pub struct DecideReservationInput {
    /// Which (`openReservations`).
    reservation_id: ID,
    /// Whether it is upheld: then the applicant is refused. Otherwise it is set aside.
    is_upheld: bool,
    /// Why, for stewards alone; 1 to 500 characters.
    reason: String,
}

payload! {
    /// What came of it.
    DecideReservationPayload {
        /// Whether it is decided; otherwise it waits for another steward.
        decided: bool,
    }
}

pub(in crate::mutations) async fn run(
    desk: Desk<'_>,
    input: DecideReservationInput,
) -> Result<DecideReservationPayload> {
    let id = ReservationId::asked(&input.reservation_id);
    let cmd = DecideReservation { id, upheld: input.is_upheld, reason: input.reason };
    let done = sponsorship::decide_reservation(desk.db, desk.caller, cmd).await;
    desk.payload(done, |decided| DecideReservationPayload { decided: Some(decided == Decided::Done), refusal: None })
}
