//! Throwing a draft away.

use crate::{refusal::payload, visit::Desk};
use async_graphql::{InputObject, Result};
use exchange::{ThrowDraftAway, kept_draft::throw_draft_away};
use kernel::ListingId;
use uuid::Uuid;

/// A draft that will not be published.
#[derive(InputObject)]
pub struct ThrowDraftAwayInput {
    /// Which draft of the asker's, by the id it was kept under (`publishAs`).
    id: Uuid,
}

payload! {
    /// What came of it.
    ThrowDraftAwayPayload {
        /// True.
        thrown_away: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: ThrowDraftAwayInput) -> Result<ThrowDraftAwayPayload> {
    let done = throw_draft_away(desk.db, desk.caller, ThrowDraftAway { id: ListingId(input.id) }).await;
    desk.payload(done, |()| ThrowDraftAwayPayload { thrown_away: Some(true), refusal: None })
}
