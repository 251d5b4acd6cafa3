//! An owner, or an operator, wants a community removed.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::{CommunityId, RemovalId, Timestamp};
use privacy::removal::{self, AskRemoval, RemovalView};
use uuid::Uuid;

/// The wish, and that it is meant.
#[derive(InputObject)]
pub struct AskRemovalInput {
    /// Made by whoever asks: repeating it changes nothing.
    id: Uuid,
    /// The community's short name, typed.
    slug: String,
}

/// The same, of whichever community.
#[derive(InputObject)]
pub struct AskRemovalOfInput {
    /// Which community.
    community_id: ID,
    /// Made by whoever asks: repeating it changes nothing.
    id: Uuid,
    /// The community's short name, typed.
    slug: String,
}

payload! {
    /// What came of it.
    AskRemovalPayload {
        /// When it is going to happen.
        due_at: Timestamp,
    }
}

fn told(view: RemovalView) -> AskRemovalPayload {
    AskRemovalPayload { due_at: Some(view.due_at), refusal: None }
}

pub(super) async fn run(desk: Desk<'_>, input: AskRemovalInput) -> Result<AskRemovalPayload> {
    let cmd = AskRemoval { id: RemovalId(input.id), slug: input.slug };
    let done = removal::ask_removal(desk.db, desk.caller, cmd).await;
    desk.payload(done, told)
}

pub(super) async fn run_of(desk: Desk<'_>, input: AskRemovalOfInput) -> Result<AskRemovalPayload> {
    let cmd = AskRemoval { id: RemovalId(input.id), slug: input.slug };
    let community = CommunityId::asked(&input.community_id);
    let done = removal::ask_removal_of(desk.db, desk.caller, community, cmd).await;
    desk.payload(done, told)
}
