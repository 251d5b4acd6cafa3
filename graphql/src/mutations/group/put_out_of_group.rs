//! Whoever keeps a group puts somebody out of it.

use super::shown;
use crate::{ids::Global as _, objects::Group, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use groups::PutOutOfGroup;
use kernel::{GroupId, MemberId};

/// Whom, and why.
#[derive(InputObject)]
pub struct PutOutOfGroupInput {
    /// Which group.
    group_id: ID,
    /// Who is in it and shall not be any more.
    member_id: ID,
    /// 1 to 500 characters; they read it.
    reason: String,
}

payload! {
    /// What came of it.
    PutOutOfGroupPayload {
        /// The group, as far as it is there for the asker.
        group: Group,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: PutOutOfGroupInput) -> Result<PutOutOfGroupPayload> {
    let (id, member) = (GroupId::asked(&input.group_id), MemberId::asked(&input.member_id));
    let cmd = PutOutOfGroup { group: id, member, reason: input.reason };
    let done = groups::put_out_of_group(desk.db, desk.caller, cmd).await;
    let group = if done.is_ok() { shown(desk, id).await? } else { None };
    desk.payload(done, |()| PutOutOfGroupPayload { group, refusal: None })
}
