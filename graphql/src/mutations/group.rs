//! Groups: the list; nothing is decided here.

mod answer_hand_over;
mod answer_joining;
mod ask_for_group;
mod close_group;
mod close_group_by_office;
mod decline_group;
mod edit_group;
mod grant_group;
mod hand_over_group;
mod join_group;
mod leave_group;
mod put_out_of_group;
mod put_out_of_group_by_office;
mod withdraw_hand_over;

use crate::{objects::Group, visit::Desk};
use answer_hand_over::{AnswerHandOverInput, AnswerHandOverPayload};
use answer_joining::{AnswerJoiningInput, AnswerJoiningPayload};
use ask_for_group::{AskForGroupInput, AskForGroupPayload};
use async_graphql::{Context, Object, Result};
use close_group::{CloseGroupInput, CloseGroupPayload};
use close_group_by_office::{CloseGroupByOfficeInput, CloseGroupByOfficePayload};
use decline_group::{DeclineGroupInput, DeclineGroupPayload};
use edit_group::{EditGroupInput, EditGroupPayload};
use grant_group::{GrantGroupInput, GrantGroupPayload};
use hand_over_group::{HandOverGroupInput, HandOverGroupPayload};
use join_group::{JoinGroupInput, JoinGroupPayload};
use kernel::GroupId;
use leave_group::{LeaveGroupInput, LeaveGroupPayload};
use put_out_of_group::{PutOutOfGroupInput, PutOutOfGroupPayload};
use put_out_of_group_by_office::{PutOutOfGroupByOfficeInput, PutOutOfGroupByOfficePayload};
use withdraw_hand_over::{WithdrawHandOverInput, WithdrawHandOverPayload};

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

    /// Whoever looks after a group changes its name, what it is for, or how members come in.
    async fn edit_group(&self, ctx: &Context<'_>, input: EditGroupInput) -> Result<EditGroupPayload> {
        edit_group::run(Desk::of(ctx)?, input).await
    }

    /// Whoever looks after a group puts somebody out of it, with a reason.
    async fn put_out_of_group(&self, ctx: &Context<'_>, input: PutOutOfGroupInput) -> Result<PutOutOfGroupPayload> {
        put_out_of_group::run(Desk::of(ctx)?, input).await
    }

    /// A steward puts somebody out of a group, with a reason.
    async fn put_out_of_group_by_office(
        &self,
        ctx: &Context<'_>,
        input: PutOutOfGroupByOfficeInput,
    ) -> Result<PutOutOfGroupByOfficePayload> {
        put_out_of_group_by_office::run(Desk::of(ctx)?, input).await
    }

    /// Somebody else in the group (`groupSuccessors`) is asked whether they look after it from now on.
    async fn hand_over_group(&self, ctx: &Context<'_>, input: HandOverGroupInput) -> Result<HandOverGroupPayload> {
        hand_over_group::run(Desk::of(ctx)?, input).await
    }

    /// Whoever is asked to look after a group (`groupMatters`) does from now on, or does not.
    async fn answer_hand_over(&self, ctx: &Context<'_>, input: AnswerHandOverInput) -> Result<AnswerHandOverPayload> {
        answer_hand_over::run(Desk::of(ctx)?, input).await
    }

    /// Whoever looks after a group asks nobody any more whether they look after it from now on.
    async fn withdraw_hand_over(
        &self,
        ctx: &Context<'_>,
        input: WithdrawHandOverInput,
    ) -> Result<WithdrawHandOverPayload> {
        withdraw_hand_over::run(Desk::of(ctx)?, input).await
    }
}

/// The group as it stands now.
async fn shown(desk: Desk<'_>, id: GroupId) -> Result<Option<Group>> {
    let found = desk.value(groups::views::group(desk.db, desk.caller, id).await)?;
    Ok(found.map(Group))
}
