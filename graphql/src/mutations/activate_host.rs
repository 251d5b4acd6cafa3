//! The operator lets a host name lead to its community.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::CommunityId;

/// Which host name.
#[derive(InputObject)]
pub struct ActivateHostInput {
    /// Whose.
    community_id: ID,
    /// Which, as it waits.
    host: String,
}

payload! {
    /// What came of it.
    ActivateHostPayload {
        /// True.
        activated: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: ActivateHostInput) -> Result<ActivateHostPayload> {
    let community = CommunityId::asked(&input.community_id);
    let done = community::host_wish::activate(desk.db, desk.caller, community, &input.host).await;
    desk.payload(done, |()| ActivateHostPayload { activated: Some(true), refusal: None })
}
