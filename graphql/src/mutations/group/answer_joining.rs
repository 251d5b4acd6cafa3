//! Whoever keeps a group answers somebody who asks to join.

use super::shown;
use crate::{ids::Global as _, objects::Group, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use groups::AnswerJoining;
use kernel::{GroupId, MemberId};

/// To whom, and what.
#[derive(InputObject)]
pub struct AnswerJoiningInput {
    /// Which group.
    group_id: ID,
    /// Who asks.
    member_id: ID,
    /// Whether they come in.
    comes_in: bool,
}

payload! {
    /// What came of it.
    AnswerJoiningPayload {
        /// The group, as far as it is there for the asker.
        group: Group,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: AnswerJoiningInput) -> Result<AnswerJoiningPayload> {
    let (id, member) = (GroupId::asked(&input.group_id), MemberId::asked(&input.member_id));
    let done =
        groups::answer_joining(desk.db, desk.caller, AnswerJoining { group: id, member, comes_in: input.comes_in })
            .await;
    let group = if done.is_ok() { shown(desk, id).await? } else { None };
    desk.payload(done, |()| AnswerJoiningPayload { group, refusal: None })
}
