//! The team grants a group.

use super::shown;
use crate::{ids::Global as _, objects::Group, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use groups::GrantGroup;
use kernel::GroupId;

/// Which.
#[derive(InputObject)]
pub struct GrantGroupInput {
    /// Which group.
    group_id: ID,
}

payload! {
    /// What came of it.
    GrantGroupPayload {
        /// The group, as far as it is there for the asker.
        group: Group,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: GrantGroupInput) -> Result<GrantGroupPayload> {
    let id = GroupId::asked(&input.group_id);
    let done = groups::grant_group(desk.db, desk.caller, GrantGroup { id }).await;
    let group = if done.is_ok() { shown(desk, id).await? } else { None };
    desk.payload(done, |()| GrantGroupPayload { group, refusal: None })
}
