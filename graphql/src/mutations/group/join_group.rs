//! Joining a group, or asking to be let in.

use super::shown;
use crate::{ids::Global as _, objects::Group, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use groups::JoinGroup;
use kernel::GroupId;

/// Which.
#[derive(InputObject)]
pub struct JoinGroupInput {
    /// Which group.
    group_id: ID,
}

payload! {
    /// What came of it.
    JoinGroupPayload {
        /// The group, as far as it is there for the asker.
        group: Group,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: JoinGroupInput) -> Result<JoinGroupPayload> {
    let id = GroupId::asked(&input.group_id);
    let done = groups::join_group(desk.db, desk.caller, JoinGroup { id }).await.map(|_| ());
    let group = if done.is_ok() { shown(desk, id).await? } else { None };
    desk.payload(done, |()| JoinGroupPayload { group, refusal: None })
}
