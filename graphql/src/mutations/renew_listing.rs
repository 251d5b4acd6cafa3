//! Giving a listing more time.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use exchange::Renew;
use kernel::{ListingId, Timestamp};

/// It is still true.
#[derive(InputObject)]
pub struct RenewListingInput {
    /// Which listing of the asker's.
    id: ID,
}

payload! {
    /// What came of it.
    RenewListingPayload {
        /// Until when it is shown.
        expires_at: Timestamp,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: RenewListingInput) -> Result<RenewListingPayload> {
    let done = exchange::renew::renew(desk.db, desk.caller, Renew { id: ListingId::asked(&input.id) }).await;
    desk.payload(done, |renewed| RenewListingPayload { expires_at: Some(renewed.expires_at), refusal: None })
}
