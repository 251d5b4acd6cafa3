//! Coming to outings: the list; nothing is decided here.

mod delete_calendar_feed;
mod join_open_outing;
mod join_outing;
mod leave_open_outing;
mod leave_outing;
mod renew_calendar_feed;

use crate::visit::Desk;
use async_graphql::{Context, Object, Result};
use delete_calendar_feed::DeleteCalendarFeedPayload;
use join_open_outing::{JoinOpenOutingInput, JoinOpenOutingPayload};
use join_outing::{JoinOutingInput, JoinOutingPayload};
use leave_open_outing::{LeaveOpenOutingInput, LeaveOpenOutingPayload};
use leave_outing::{LeaveOutingInput, LeaveOutingPayload};
use renew_calendar_feed::RenewCalendarFeedPayload;

/// What is done about outings.
#[derive(Default)]
pub struct OutingMutation;

#[Object]
impl OutingMutation {
    /// Gives the asker a seat, or a place in the line while all are taken.
    async fn join_outing(&self, ctx: &Context<'_>, input: JoinOutingInput) -> Result<JoinOutingPayload> {
        join_outing::run(Desk::of(ctx)?, input).await
    }

    /// Takes the asker off the list; the first who waits for a seat gets theirs.
    async fn leave_outing(&self, ctx: &Context<'_>, input: LeaveOutingInput) -> Result<LeaveOutingPayload> {
        leave_outing::run(Desk::of(ctx)?, input).await
    }

    /// The same as `joinOuting` for somebody who waits to come in, of an open outing, where the community grants it (`guestRights`).
    async fn join_open_outing(&self, ctx: &Context<'_>, input: JoinOpenOutingInput) -> Result<JoinOpenOutingPayload> {
        join_open_outing::run(Desk::of(ctx)?, input).await
    }

    /// The same as `leaveOuting` for somebody who waits to come in.
    async fn leave_open_outing(
        &self,
        ctx: &Context<'_>,
        input: LeaveOpenOutingInput,
    ) -> Result<LeaveOpenOutingPayload> {
        leave_open_outing::run(Desk::of(ctx)?, input).await
    }

    /// Makes a new address below which calendar programs read the asker's outings; the one before is worthless from now on.
    async fn renew_calendar_feed(&self, ctx: &Context<'_>) -> Result<RenewCalendarFeedPayload> {
        renew_calendar_feed::run(Desk::of(ctx)?).await
    }

    /// Lets the asker have no such address any more; the one they had is worthless from now on. So it is after `signOutEverywhere`.
    async fn delete_calendar_feed(&self, ctx: &Context<'_>) -> Result<DeleteCalendarFeedPayload> {
        delete_calendar_feed::run(Desk::of(ctx)?).await
    }
}
