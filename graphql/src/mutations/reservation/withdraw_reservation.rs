//! Taking one's reservation back.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::ReservationId;
use sponsorship::WithdrawReservation;

/// What is asked.
#[derive(InputObject)]
pub struct WithdrawReservationInput {
    /// Which; one's own.
    reservation_id: ID,
}

payload! {
    /// What came of it.
    WithdrawReservationPayload {
        /// True.
        withdrawn: bool,
    }
}

pub(in crate::mutations) async fn run(
    desk: Desk<'_>,
    input: WithdrawReservationInput,
) -> Result<WithdrawReservationPayload> {
    let cmd = WithdrawReservation { id: ReservationId::asked(&input.reservation_id) };
    let done = sponsorship::withdraw_reservation(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| WithdrawReservationPayload { withdrawn: Some(true), refusal: None })
}
