//! Somebody else is asked to look after a group.

use super::shown;
use crate::{ids::Global as _, objects::Group, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use groups::HandOverGroup;
use kernel::{GroupId, MemberId};

/// To whom.
#[derive(InputObject)]
pub struct HandOverGroupInput {
    /// Which group.
    group_id: ID,
    /// Who is asked; somebody in it.
    member_id: ID,
}

payload! {
    /// What came of it.
    HandOverGroupPayload {
        /// The group, as far as it is there for the asker.
        group: Group,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: HandOverGroupInput) -> Result<HandOverGroupPayload> {
    let (id, member) = (GroupId::asked(&input.group_id), MemberId::asked(&input.member_id));
    let done = groups::hand_over_group(desk.db, desk.caller, HandOverGroup { id, member }).await;
    let group = if done.is_ok() { shown(desk, id).await? } else { None };
    desk.payload(done, |()| HandOverGroupPayload { group, refusal: None })
}
