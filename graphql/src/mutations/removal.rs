//! The end of a community. This file is the list; nothing is decided here.

mod ask_removal;
mod call_off_removal;

use crate::visit::Desk;
use ask_removal::{AskRemovalInput, AskRemovalOfInput, AskRemovalPayload};
use async_graphql::{Context, Object, Result};
use call_off_removal::{CallOffRemovalOfInput, CallOffRemovalPayload};

/// What ends a community, and what keeps it.
#[derive(Default)]
pub struct RemovalMutation;

#[Object]
impl RemovalMutation {
    /// An owner wants the community removed: everybody is told, and it happens after a waiting time.
    async fn ask_removal(&self, ctx: &Context<'_>, input: AskRemovalInput) -> Result<AskRemovalPayload> {
        ask_removal::run(Desk::of(ctx)?, input).await
    }

    /// An owner calls the community's removal off.
    async fn call_off_removal(&self, ctx: &Context<'_>) -> Result<CallOffRemovalPayload> {
        call_off_removal::run(Desk::of(ctx)?).await
    }

    /// The operator wants a community removed that nobody looks after any more.
    async fn ask_removal_of(&self, ctx: &Context<'_>, input: AskRemovalOfInput) -> Result<AskRemovalPayload> {
        ask_removal::run_of(Desk::of(ctx)?, input).await
    }

    /// The operator calls a community's removal off.
    async fn call_off_removal_of(
        &self,
        ctx: &Context<'_>,
        input: CallOffRemovalOfInput,
    ) -> Result<CallOffRemovalPayload> {
        call_off_removal::run_of(Desk::of(ctx)?, input).await
    }
}
