//! Doubts about somebody who is about to come in: the list; nothing is decided here.

mod answer_reservation;
mod confide_reservation;
mod decide_reservation;
mod withdraw_reservation;

use crate::visit::Desk;
use answer_reservation::{AnswerReservationInput, AnswerReservationPayload};
use async_graphql::{Context, Object, Result};
use confide_reservation::{ConfideReservationInput, ConfideReservationPayload};
use decide_reservation::{DecideReservationInput, DecideReservationPayload};
use withdraw_reservation::{WithdrawReservationInput, WithdrawReservationPayload};

/// What is done about reservations.
#[derive(Default)]
pub struct ReservationMutation;

#[Object]
impl ReservationMutation {
    /// Confides a doubt about somebody who is about to come in (`arriving`) to the stewards. They hear whose it is; the applicant hears of what kind.
    async fn confide_reservation(
        &self,
        ctx: &Context<'_>,
        input: ConfideReservationInput,
    ) -> Result<ConfideReservationPayload> {
        confide_reservation::run(Desk::of(ctx)?, input).await
    }

    /// Takes one's own reservation back.
    async fn withdraw_reservation(
        &self,
        ctx: &Context<'_>,
        input: WithdrawReservationInput,
    ) -> Result<WithdrawReservationPayload> {
        withdraw_reservation::run(Desk::of(ctx)?, input).await
    }

    /// Answers a reservation about oneself (`reservationsAboutMe`), once.
    async fn answer_reservation(
        &self,
        ctx: &Context<'_>,
        input: AnswerReservationInput,
    ) -> Result<AnswerReservationPayload> {
        answer_reservation::run(Desk::of(ctx)?, input).await
    }

    /// A steward gives their voice about a reservation; two who say the same decide.
    async fn decide_reservation(
        &self,
        ctx: &Context<'_>,
        input: DecideReservationInput,
    ) -> Result<DecideReservationPayload> {
        decide_reservation::run(Desk::of(ctx)?, input).await
    }
}
