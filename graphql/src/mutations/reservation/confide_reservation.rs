//! A member confides a doubt.

use crate::{ids::Global as _, refusal::payload, visit::Desk, words::ReservationCategory};
use async_graphql::{ID, InputObject, Result};
use kernel::{MemberId, ReservationId};
use sponsorship::Confide;
use uuid::Uuid;

/// About whom, and what.
#[derive(InputObject)]
pub struct ConfideReservationInput {
    /// Made by the client; sending it twice confides one.
    id: Uuid,
    /// About whom (`arriving`).
    member_id: ID,
    /// Of what kind; the applicant hears this.
    category: ReservationCategory,
    /// What there is to say, for stewards alone; up to 1,000 characters, and needed where the kind is `OTHER`.
    #[graphql(default)]
    words: String,
}

payload! {
    /// What came of it.
    ConfideReservationPayload {
        /// The reservation.
        reservation_id: ID,
    }
}

pub(in crate::mutations) async fn run(
    desk: Desk<'_>,
    input: ConfideReservationInput,
) -> Result<ConfideReservationPayload> {
    let id = ReservationId(input.id);
    let applicant = MemberId::asked(&input.member_id);
    let cmd = Confide { id, applicant, category: input.category.into(), words: input.words };
    let done = sponsorship::confide(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| ConfideReservationPayload { reservation_id: Some(id.global()), refusal: None })
}
