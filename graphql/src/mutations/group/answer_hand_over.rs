//! Whoever is asked to look after a group answers.

use super::shown;
use crate::{ids::Global as _, objects::Group, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use groups::AnswerHandOver;
use kernel::GroupId;

/// The answer.
#[derive(InputObject)]
pub struct AnswerHandOverInput {
    /// Which group.
    group_id: ID,
    /// Whether the asker looks after it from now on.
    takes: bool,
}

payload! {
    /// What came of it.
    AnswerHandOverPayload {
        /// The group, as far as it is there for the asker.
        group: Group,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: AnswerHandOverInput) -> Result<AnswerHandOverPayload> {
    let id = GroupId::asked(&input.group_id);
    let cmd = AnswerHandOver { id, takes: input.takes };
    let done = groups::answer_hand_over(desk.db, desk.caller, cmd).await;
    let group = if done.is_ok() { shown(desk, id).await? } else { None };
    desk.payload(done, |()| AnswerHandOverPayload { group, refusal: None })
}
