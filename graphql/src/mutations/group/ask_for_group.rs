//! A member asks for a group.

use super::shown;
use crate::{objects::Group, refusal::payload, visit::Desk, words::GroupJoining};
use async_graphql::{InputObject, Result};
use groups::AskForGroup;
use kernel::GroupId;
use uuid::Uuid;

/// A group that is wished for.
#[derive(InputObject)]
pub struct AskForGroupInput {
    /// Made by the client; sending it twice asks once.
    id: Uuid,
    /// 1 to 60 characters on one line; no other open group is called so.
    name: String,
    /// What it is for, 1 to 300 characters.
    purpose: String,
    /// How members come in.
    joining: GroupJoining,
}

payload! {
    /// What came of it.
    AskForGroupPayload {
        /// The group; `OPEN` at once where a steward asked.
        group: Group,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: AskForGroupInput) -> Result<AskForGroupPayload> {
    let id = GroupId(input.id);
    let cmd = AskForGroup { id, name: input.name, purpose: input.purpose, joining: input.joining.into() };
    let done = groups::ask_for_group(desk.db, desk.caller, cmd).await;
    let group = if done.is_ok() { shown(desk, id).await? } else { None };
    desk.payload(done, |_| AskForGroupPayload { group, refusal: None })
}
