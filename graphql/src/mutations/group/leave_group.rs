//! Leaving a group.

use super::shown;
use crate::{ids::Global as _, objects::Group, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use groups::LeaveGroup;
use kernel::GroupId;

/// Which.
#[derive(InputObject)]
pub struct LeaveGroupInput {
    /// Which group.
    group_id: ID,
}

payload! {
    /// What came of it.
    LeaveGroupPayload {
        /// The group, as far as it is there for the asker.
        group: Group,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: LeaveGroupInput) -> Result<LeaveGroupPayload> {
    let id = GroupId::asked(&input.group_id);
    let done = groups::leave_group(desk.db, desk.caller, LeaveGroup { id }).await;
    let group = if done.is_ok() { shown(desk, id).await? } else { None };
    desk.payload(done, |()| LeaveGroupPayload { group, refusal: None })
}
