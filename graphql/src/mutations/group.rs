//! Groups: the list; nothing is decided here.

mod answer_joining;
mod ask_for_group;
mod close_group;
mod close_group_by_office;
mod decline_group;
mod grant_group;
mod hand_over_group;
mod join_group;
mod leave_group;

use crate::{objects::Group, visit::Desk};
use answer_joining::{AnswerJoiningInput, AnswerJoiningPayload};
use ask_for_group::{AskForGroupInput, AskForGroupPayload};
use async_graphql::{Context, Object, Result};
use close_group::{CloseGroupInput, CloseGroupPayload};
use close_group_by_office::{CloseGroupByOfficeInput, CloseGroupByOfficePayload};
use decline_group::{DeclineGroupInput, DeclineGroupPayload};
use grant_group::{GrantGroupInput, GrantGroupPayload};
use hand_over_group::{HandOverGroupInput, HandOverGroupPayload};
use join_group::{JoinGroupInput, JoinGroupPayload};
use kernel::GroupId;
use leave_group::{LeaveGroupInput, LeaveGroupPayload};

/// What is done about groups.
#[derive(Default)]
pub struct GroupMutation;

#[Object]
impl GroupMutation {
    /// A member asks the team for a group, which they will look after; a steward has it at once.
    async fn ask_for_group(&self, ctx: &Context<'_>, input: AskForGroupInput) -> Result<AskForGroupPayload> {
        ask_for_group::run(Desk::of(ctx)?, input).await
    }

    /// A steward grants a group (`groupsAsked`).
    async fn grant_group(&self, ctx: &Context<'_>, input: GrantGroupInput) -> Result<GrantGroupPayload> {
        grant_group::run(Desk::of(ctx)?, input).await
    }

    /// A steward declines one, with a reason.
    async fn decline_group(&self, ctx: &Context<'_>, input: DeclineGroupInput) -> Result<DeclineGroupPayload> {
        decline_group::run(Desk::of(ctx)?, input).await
    }

    /// Whoever looks after a group closes it; its members are told.
    async fn close_group(&self, ctx: &Context<'_>, input: CloseGroupInput) -> Result<CloseGroupPayload> {
        close_group::run(Desk::of(ctx)?, input).await
    }

    /// A steward closes a group, with a reason.
    async fn close_group_by_office(
        &self,
        ctx: &Context<'_>,
        input: CloseGroupByOfficeInput,
    ) -> Result<CloseGroupByOfficePayload> {
        close_group_by_office::run(Desk::of(ctx)?, input).await
    }

    /// Joins a group, or asks whoever looks after it to be let in.
    async fn join_group(&self, ctx: &Context<'_>, input: JoinGroupInput) -> Result<JoinGroupPayload> {
        join_group::run(Desk::of(ctx)?, input).await
    }

    /// Leaves a group, or takes back what one has asked for.
    async fn leave_group(&self, ctx: &Context<'_>, input: LeaveGroupInput) -> Result<LeaveGroupPayload> {
        leave_group::run(Desk::of(ctx)?, input).await
    }

    /// Whoever looks after a group lets somebody in who asks to join (`groupWaiting`), or does not.
    async fn answer_joining(&self, ctx: &Context<'_>, input: AnswerJoiningInput) -> Result<AnswerJoiningPayload> {
        answer_joining::run(Desk::of(ctx)?, input).await
    }

    /// Somebody else in the group looks after it from now on.
    async fn hand_over_group(&self, ctx: &Context<'_>, input: HandOverGroupInput) -> Result<HandOverGroupPayload> {
        hand_over_group::run(Desk::of(ctx)?, input).await
    }
}

/// The group as it stands now.
async fn shown(desk: Desk<'_>, id: GroupId) -> Result<Option<Group>> {
    let found = desk.value(groups::views::group(desk.db, desk.caller, id).await)?;
    Ok(found.map(Group))
}
