//! Asking for somebody else: the list; nothing is decided here.

mod agree_mandate;
mod ask_for_somebody;
mod end_mandate;
mod offer_mandate;
mod take_over_mandate;

use crate::visit::Desk;
use agree_mandate::{AgreeMandateInput, AgreeMandatePayload};
use ask_for_somebody::{AskForSomebodyInput, AskForSomebodyPayload};
use async_graphql::{Context, Object, Result};
use end_mandate::{EndMandateInput, EndMandatePayload};
use offer_mandate::{OfferMandateInput, OfferMandatePayload};
use take_over_mandate::{TakeOverMandateInput, TakeOverMandatePayload};

/// What is done about requests in somebody's name.
#[derive(Default)]
pub struct MandateMutation;

#[Object]
impl MandateMutation {
    /// Publishes a request in the name of somebody who is no member, or asks another member to agree to one in theirs.
    async fn ask_for_somebody(&self, ctx: &Context<'_>, input: AskForSomebodyInput) -> Result<AskForSomebodyPayload> {
        ask_for_somebody::run(Desk::of(ctx)?, input).await
    }

    /// Agrees to a request in the asker's name (`mandatesForMe`): it is published.
    async fn agree_mandate(&self, ctx: &Context<'_>, input: AgreeMandateInput) -> Result<AgreeMandatePayload> {
        agree_mandate::run(Desk::of(ctx)?, input).await
    }

    /// Says no to a request in the asker's name, or ends it: it is closed. No to one that was handed over leaves it with the proxy.
    async fn end_mandate(&self, ctx: &Context<'_>, input: EndMandateInput) -> Result<EndMandatePayload> {
        end_mandate::run(Desk::of(ctx)?, input).await
    }

    /// Goes on by oneself with a request in one's name: it becomes a listing of one's own, and the proxy's is closed.
    async fn take_over_mandate(
        &self,
        ctx: &Context<'_>,
        input: TakeOverMandateInput,
    ) -> Result<TakeOverMandatePayload> {
        take_over_mandate::run(Desk::of(ctx)?, input).await
    }

    /// Hands a request for somebody who was no member over to them, who is one now; they are asked.
    async fn offer_mandate(&self, ctx: &Context<'_>, input: OfferMandateInput) -> Result<OfferMandatePayload> {
        offer_mandate::run(Desk::of(ctx)?, input).await
    }
}
