//! Who shares a household: the list; nothing is decided here.

mod answer_together;
mod end_together;
mod enter_together;
mod keep_together;
mod say_together;

use crate::visit::Desk;
use answer_together::{AnswerTogetherInput, AnswerTogetherPayload};
use async_graphql::{Context, Object, Result};
use end_together::{EndTogetherInput, EndTogetherPayload};
use enter_together::{EnterTogetherInput, EnterTogetherPayload};
use keep_together::{KeepTogetherInput, KeepTogetherPayload};
use say_together::{SayTogetherInput, SayTogetherPayload};

/// What is done about households.
#[derive(Default)]
pub struct HouseholdMutation;

#[Object]
impl HouseholdMutation {
    /// Says that one shares a household with another member, who is asked. Once both have said so, their words count as one.
    async fn say_together(&self, ctx: &Context<'_>, input: SayTogetherInput) -> Result<SayTogetherPayload> {
        say_together::run(Desk::of(ctx)?, input).await
    }

    /// Answers somebody who says so (`myHousehold`), or takes back what one has said oneself.
    async fn answer_together(&self, ctx: &Context<'_>, input: AnswerTogetherInput) -> Result<AnswerTogetherPayload> {
        answer_together::run(Desk::of(ctx)?, input).await
    }

    /// Says that it is so no longer: it ends two weeks from now, unless stewards object.
    async fn end_together(&self, ctx: &Context<'_>, input: EndTogetherInput) -> Result<EndTogetherPayload> {
        end_together::run(Desk::of(ctx)?, input).await
    }

    /// A steward enters that two share a household, having seen whom that touches (`householdEffects`).
    async fn enter_together(&self, ctx: &Context<'_>, input: EnterTogetherInput) -> Result<EnterTogetherPayload> {
        enter_together::run(Desk::of(ctx)?, input).await
    }

    /// A steward objects to the end of one (`householdOf`).
    async fn keep_together(&self, ctx: &Context<'_>, input: KeepTogetherInput) -> Result<KeepTogetherPayload> {
        keep_together::run(Desk::of(ctx)?, input).await
    }
}
