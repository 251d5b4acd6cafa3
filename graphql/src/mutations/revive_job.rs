//! The operator lets a buried job try again.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::{CommunityId, JobId};

/// Which job.
#[derive(InputObject)]
pub struct ReviveJobInput {
    /// Whose.
    community_id: ID,
    /// Which.
    id: ID,
}

payload! {
    /// What came of it.
    ReviveJobPayload {
        /// True.
        revived: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: ReviveJobInput) -> Result<ReviveJobPayload> {
    let (community, job) = (CommunityId::asked(&input.community_id), JobId::asked(&input.id));
    let done = community::operator::revive(desk.db, desk.caller, community, job).await;
    desk.payload(done, |()| ReviveJobPayload { revived: Some(true), refusal: None })
}
