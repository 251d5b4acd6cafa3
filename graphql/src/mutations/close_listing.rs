//! The author closes a listing, and may say who helped.

use crate::{ids::Global as _, refusal::payload, visit::Desk, words::ListingState};
use async_graphql::{ID, InputObject, Result};
use exchange::Close;
use kernel::{ListingId, MemberId};

/// It is over.
#[derive(InputObject)]
pub struct CloseListingInput {
    /// Which listing of the asker's.
    id: ID,
    /// The member who helped, if it was one.
    helped_by: Option<ID>,
    /// A word of thanks, shown with the listing.
    #[graphql(default)]
    thanks: String,
}

payload! {
    /// What came of it.
    CloseListingPayload {
        /// Where it stands now.
        state: ListingState,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: CloseListingInput) -> Result<CloseListingPayload> {
    let cmd = Close {
        id: ListingId::asked(&input.id),
        helped_by: input.helped_by.as_ref().map(MemberId::asked),
        thanks: input.thanks,
    };
    let done = exchange::close::close(desk.db, desk.caller, cmd).await;
    desk.payload(done, |closed| CloseListingPayload { state: Some(closed.state.into()), refusal: None })
}
