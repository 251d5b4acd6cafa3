//! Waiting: hosts, the newcomers who ask to meet one, more time. The list; nothing is decided here.

mod agree_to_meet;
mod ask_host;
mod call_off_meeting;
mod join_rota;
mod leave_rota;
mod pass_on_meeting;
mod record_meeting;
mod renew_application;
mod write_line;

use crate::visit::Desk;
use agree_to_meet::{AgreeToMeetInput, AgreeToMeetPayload};
use ask_host::{AskHostInput, AskHostPayload};
use async_graphql::{Context, Object, Result};
use call_off_meeting::{CallOffMeetingInput, CallOffMeetingPayload};
use join_rota::{JoinRotaInput, JoinRotaPayload};
use leave_rota::LeaveRotaPayload;
use pass_on_meeting::{PassOnMeetingInput, PassOnMeetingPayload};
use record_meeting::{RecordMeetingInput, RecordMeetingPayload};
use renew_application::RenewApplicationPayload;
use write_line::{WriteMeetingLineInput, WriteMeetingLinePayload};

/// What hosts and newcomers do.
#[derive(Default)]
pub struct HostingMutation;

#[Object]
impl HostingMutation {
    /// Agrees to meet newcomers, or changes what was agreed.
    async fn join_rota(&self, ctx: &Context<'_>, input: JoinRotaInput) -> Result<JoinRotaPayload> {
        join_rota::run(Desk::of(ctx)?, input).await
    }

    /// Stops being a host.
    async fn leave_rota(&self, ctx: &Context<'_>) -> Result<LeaveRotaPayload> {
        leave_rota::run(Desk::of(ctx)?).await
    }

    /// An applicant asks to meet a host: the one whose turn it is.
    async fn ask_host(&self, ctx: &Context<'_>, input: AskHostInput) -> Result<AskHostPayload> {
        ask_host::run(Desk::of(ctx)?, input).await
    }

    /// An applicant does not need a meeting any more.
    async fn call_off_meeting(&self, ctx: &Context<'_>, input: CallOffMeetingInput) -> Result<CallOffMeetingPayload> {
        call_off_meeting::run(Desk::of(ctx)?, input).await
    }

    /// A host agrees to meet somebody.
    async fn agree_to_meet(&self, ctx: &Context<'_>, input: AgreeToMeetInput) -> Result<AgreeToMeetPayload> {
        agree_to_meet::run(Desk::of(ctx)?, input).await
    }

    /// A host leaves it to the next one, without a reason and without a name.
    async fn pass_on_meeting(&self, ctx: &Context<'_>, input: PassOnMeetingInput) -> Result<PassOnMeetingPayload> {
        pass_on_meeting::run(Desk::of(ctx)?, input).await
    }

    /// A host writes to the applicant they agreed to meet.
    async fn write_to_newcomer(
        &self,
        ctx: &Context<'_>,
        input: WriteMeetingLineInput,
    ) -> Result<WriteMeetingLinePayload> {
        write_line::to_newcomer(Desk::of(ctx)?, input).await
    }

    /// An applicant writes to the host who agreed to meet them.
    async fn write_to_host(&self, ctx: &Context<'_>, input: WriteMeetingLineInput) -> Result<WriteMeetingLinePayload> {
        write_line::to_host(Desk::of(ctx)?, input).await
    }

    /// A host says that they have met; they can then answer the request like any sponsor (`giveSponsorship`), or not.
    async fn record_meeting(&self, ctx: &Context<'_>, input: RecordMeetingInput) -> Result<RecordMeetingPayload> {
        record_meeting::run(Desk::of(ctx)?, input).await
    }
    /// An applicant wishes to go on waiting: once, within the fourteen days before the end (`waitingRoom.mayRenew`).
    async fn renew_application(&self, ctx: &Context<'_>) -> Result<RenewApplicationPayload> {
        renew_application::run(Desk::of(ctx)?).await
    }
}
