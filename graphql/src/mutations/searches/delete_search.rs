//! Keeping a search no more.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use exchange::{DeleteSearch, saved_search};
use kernel::SavedSearchId;

/// A search that is not needed any more.
#[derive(InputObject)]
pub struct DeleteSearchInput {
    /// Which search of the asker's.
    id: ID,
}

payload! {
    /// What came of it.
    DeleteSearchPayload {
        /// True.
        deleted: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: DeleteSearchInput) -> Result<DeleteSearchPayload> {
    let cmd = DeleteSearch { id: SavedSearchId::asked(&input.id) };
    let done = saved_search::delete_search(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| DeleteSearchPayload { deleted: Some(true), refusal: None })
}
