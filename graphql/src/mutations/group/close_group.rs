//! Whoever keeps a group closes it.

use super::shown;
use crate::{ids::Global as _, objects::Group, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use groups::CloseGroup;
use kernel::GroupId;

/// Which.
#[derive(InputObject)]
pub struct CloseGroupInput {
    /// Which group.
    group_id: ID,
}

payload! {
    /// What came of it.
    CloseGroupPayload {
        /// The group, as far as it is there for the asker.
        group: Group,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: CloseGroupInput) -> Result<CloseGroupPayload> {
    let id = GroupId::asked(&input.group_id);
    let done = groups::close_group(desk.db, desk.caller, CloseGroup { id }).await;
    let group = if done.is_ok() { shown(desk, id).await? } else { None };
    desk.payload(done, |()| CloseGroupPayload { group, refusal: None })
}
