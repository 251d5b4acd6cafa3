//! The team closes a group.

use super::shown;
use crate::{ids::Global as _, objects::Group, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use groups::CloseGroupByOffice;
use kernel::GroupId;

/// Which, and why.
#[derive(InputObject)]
pub struct CloseGroupByOfficeInput {
    /// Which group.
    group_id: ID,
    /// 1 to 500 characters; whoever kept it reads it.
    reason: String,
}

payload! {
    /// What came of it.
    CloseGroupByOfficePayload {
        /// The group, as far as it is there for the asker.
        group: Group,
    }
}

pub(in crate::mutations) async fn run(
    desk: Desk<'_>,
    input: CloseGroupByOfficeInput,
) -> Result<CloseGroupByOfficePayload> {
    let id = GroupId::asked(&input.group_id);
    let done =
        groups::close_group_by_office(desk.db, desk.caller, CloseGroupByOffice { id, reason: input.reason }).await;
    let group = if done.is_ok() { shown(desk, id).await? } else { None };
    desk.payload(done, |()| CloseGroupByOfficePayload { group, refusal: None })
}
