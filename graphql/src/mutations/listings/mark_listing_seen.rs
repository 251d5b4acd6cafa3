//! The asker has looked at a listing: no digest shows it again.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::ListingId;

/// A person has looked at it.
#[derive(InputObject)]
pub struct MarkListingSeenInput {
    /// Which listing.
    id: ID,
}

payload! {
    /// What came of it.
    MarkListingSeenPayload {
        /// True.
        seen: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: MarkListingSeenInput) -> Result<MarkListingSeenPayload> {
    let done = exchange::seen::mark_seen(desk.db, desk.caller, ListingId::asked(&input.id)).await;
    desk.payload(done, |()| MarkListingSeenPayload { seen: Some(true), refusal: None })
}
