//! Who goes, who stays, and who says no to it: the list; nothing is decided here.

mod answer_appeal;
mod appeal;
mod call_off_departure;
mod confirm_departure;
mod confirm_member;
mod endorse;
mod give_measure;
mod lift_measure;
mod put_out;

use crate::visit::Desk;
use answer_appeal::{AnswerAppealInput, AnswerAppealPayload};
use appeal::{AppealInput, AppealPayload};
use async_graphql::{Context, Object, Result};
use call_off_departure::{CallOffDepartureInput, CallOffDeparturePayload};
use confirm_departure::{ConfirmDepartureInput, ConfirmDeparturePayload};
use confirm_member::{ConfirmMemberInput, ConfirmMemberPayload};
use endorse::{EndorseInput, EndorsePayload};
use give_measure::{GiveMeasureInput, GiveMeasurePayload};
use lift_measure::{LiftMeasureInput, LiftMeasurePayload};
use put_out::{PutOutInput, PutOutPayload};

/// What changes where people stand.
#[derive(Default)]
pub struct StandingMutation;

#[Object]
impl StandingMutation {
    /// A steward suspends or expels a member, having seen what it does to others (`whatIf`). Where it touches many it waits for another steward.
    async fn put_out(&self, ctx: &Context<'_>, input: PutOutInput) -> Result<PutOutPayload> {
        put_out::run(Desk::of(ctx)?, input).await
    }

    /// A second steward confirms what another has proposed, having seen the same (`departureProposal`).
    async fn confirm_departure(
        &self,
        ctx: &Context<'_>,
        input: ConfirmDepartureInput,
    ) -> Result<ConfirmDeparturePayload> {
        confirm_departure::run(Desk::of(ctx)?, input).await
    }

    /// A steward calls off what waits for a second one.
    async fn call_off_departure(
        &self,
        ctx: &Context<'_>,
        input: CallOffDepartureInput,
    ) -> Result<CallOffDeparturePayload> {
        call_off_departure::run(Desk::of(ctx)?, input).await
    }

    /// A steward decides that somebody under review stays.
    async fn confirm_member(&self, ctx: &Context<'_>, input: ConfirmMemberInput) -> Result<ConfirmMemberPayload> {
        confirm_member::run(Desk::of(ctx)?, input).await
    }

    /// Vouches for a member who is in already; it costs a token.
    async fn endorse(&self, ctx: &Context<'_>, input: EndorseInput) -> Result<EndorsePayload> {
        endorse::run(Desk::of(ctx)?, input).await
    }

    /// A steward decides something about how a member vouches.
    async fn give_measure(&self, ctx: &Context<'_>, input: GiveMeasureInput) -> Result<GiveMeasurePayload> {
        give_measure::run(Desk::of(ctx)?, input).await
    }

    /// A steward takes such a measure back.
    async fn lift_measure(&self, ctx: &Context<'_>, input: LiftMeasureInput) -> Result<LiftMeasurePayload> {
        lift_measure::run(Desk::of(ctx)?, input).await
    }

    /// Appeals against a decision about oneself, or against a review, once.
    async fn appeal(&self, ctx: &Context<'_>, input: AppealInput) -> Result<AppealPayload> {
        appeal::run(Desk::of(ctx)?, input).await
    }

    /// A steward who did not decide answers an appeal.
    async fn answer_appeal(&self, ctx: &Context<'_>, input: AnswerAppealInput) -> Result<AnswerAppealPayload> {
        answer_appeal::run(Desk::of(ctx)?, input).await
    }
}
