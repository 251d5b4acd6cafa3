//! The operator turns a host name down.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::CommunityId;

/// Which host name.
#[derive(InputObject)]
pub struct TurnDownHostInput {
    /// Whose.
    community_id: ID,
    /// Which, as it waits.
    host: String,
}

payload! {
    /// What came of it.
    TurnDownHostPayload {
        /// True.
        turned_down: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: TurnDownHostInput) -> Result<TurnDownHostPayload> {
    let community = CommunityId::asked(&input.community_id);
    let done = community::host_wish::turn_down(desk.db, desk.caller, community, &input.host).await;
    desk.payload(done, |()| TurnDownHostPayload { turned_down: Some(true), refusal: None })
}
