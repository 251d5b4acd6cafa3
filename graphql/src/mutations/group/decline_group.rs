//! The team declines a group.

use super::shown;
use crate::{ids::Global as _, objects::Group, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use groups::DeclineGroup;
use kernel::GroupId;

/// Which, and why.
#[derive(InputObject)]
pub struct DeclineGroupInput {
    /// Which group.
    group_id: ID,
    /// 1 to 500 characters; whoever asked reads it.
    reason: String,
}

payload! {
    /// What came of it.
    DeclineGroupPayload {
        /// The group, as far as it is there for the asker.
        group: Group,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: DeclineGroupInput) -> Result<DeclineGroupPayload> {
    let id = GroupId::asked(&input.group_id);
    let done = groups::decline_group(desk.db, desk.caller, DeclineGroup { id, reason: input.reason }).await;
    let group = if done.is_ok() { shown(desk, id).await? } else { None };
    desk.payload(done, |()| DeclineGroupPayload { group, refusal: None })
}
