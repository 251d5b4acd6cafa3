//! Whoever keeps a group changes it.

use super::shown;
use crate::{ids::Global as _, objects::Group, refusal::payload, visit::Desk, words::GroupJoining};
use async_graphql::{ID, InputObject, Result};
use groups::EditGroup;
use kernel::GroupId;

/// The group as it is to be.
#[derive(InputObject)]
pub struct EditGroupInput {
    /// Which group.
    group_id: ID,
    /// 1 to 60 characters on one line; no other open group is called so.
    name: String,
    /// What it is for, 1 to 300 characters.
    purpose: String,
    /// How members come in.
    joining: GroupJoining,
}

payload! {
    /// What came of it.
    EditGroupPayload {
        /// The group, as far as it is there for the asker.
        group: Group,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: EditGroupInput) -> Result<EditGroupPayload> {
    let id = GroupId::asked(&input.group_id);
    let cmd = EditGroup { id, name: input.name, purpose: input.purpose, joining: input.joining.into() };
    let done = groups::edit_group(desk.db, desk.caller, cmd).await;
    let group = if done.is_ok() { shown(desk, id).await? } else { None };
    desk.payload(done, |()| EditGroupPayload { group, refusal: None })
}
