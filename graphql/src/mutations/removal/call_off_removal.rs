//! An owner, or an operator, calls a removal off.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::CommunityId;
use privacy::removal;

/// Which community.
#[derive(InputObject)]
pub struct CallOffRemovalOfInput {
    /// Which.
    community_id: ID,
}

payload! {
    /// What came of it.
    CallOffRemovalPayload {
        /// True: no removal waits.
        called_off: bool,
    }
}

fn told((): ()) -> CallOffRemovalPayload {
    CallOffRemovalPayload { called_off: Some(true), refusal: None }
}

pub(super) async fn run(desk: Desk<'_>) -> Result<CallOffRemovalPayload> {
    let done = removal::call_off_removal(desk.db, desk.caller).await;
    desk.payload(done, told)
}

pub(super) async fn run_of(desk: Desk<'_>, input: CallOffRemovalOfInput) -> Result<CallOffRemovalPayload> {
    let community = CommunityId::asked(&input.community_id);
    let done = removal::call_off_removal_of(desk.db, desk.caller, community).await;
    desk.payload(done, told)
}
