//! Whoever looks after a group offers it no longer.

use super::shown;
use crate::{ids::Global as _, objects::Group, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use groups::WithdrawHandOver;
use kernel::GroupId;

/// Which.
#[derive(InputObject)]
pub struct WithdrawHandOverInput {
    /// Which group.
    group_id: ID,
}

payload! {
    /// What came of it.
    WithdrawHandOverPayload {
        /// The group, as far as it is there for the asker.
        group: Group,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: WithdrawHandOverInput) -> Result<WithdrawHandOverPayload> {
    let id = GroupId::asked(&input.group_id);
    let done = groups::withdraw_hand_over(desk.db, desk.caller, WithdrawHandOver { id }).await;
    let group = if done.is_ok() { shown(desk, id).await? } else { None };
    desk.payload(done, |()| WithdrawHandOverPayload { group, refusal: None })
}
