//! An applicant answers a reservation.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::ReservationId;
use sponsorship::AnswerReservation;

/// What is said to it.
#[derive(InputObject)]
pub struct AnswerReservationInput {
    /// Which; about oneself.
    reservation_id: ID,
    /// What there is to say; 1 to 2,000 characters.
    words: String,
}

payload! {
    /// What came of it.
    AnswerReservationPayload {
        /// True.
        answered: bool,
    }
}

pub(in crate::mutations) async fn run(
    desk: Desk<'_>,
    input: AnswerReservationInput,
) -> Result<AnswerReservationPayload> {
    let cmd = AnswerReservation { id: ReservationId::asked(&input.reservation_id), words: input.words };
    let done = sponsorship::answer_reservation(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| AnswerReservationPayload { answered: Some(true), refusal: None })
}
