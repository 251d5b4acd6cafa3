//! Drafts: what somebody has begun to write is kept for them alone, until they publish or delete it.

pub(super) mod delete;
mod filled;
mod row;
pub(super) mod save;
pub(super) mod take_up;

pub(super) use row::{Row, samples};

use crate::error_page::No;
use crate::preview::Preview;
use crate::visit::Visit;
use exchange::{ExchangeError, SavedDraft, saved_draft::views};
use kernel::ListingId;

/// The reader's own draft; nobody else's is found here.
async fn own(visit: &Visit, id: ListingId) -> Result<SavedDraft, No> {
    let found = views::my_draft(&visit.db, &visit.caller, id).await?;
    found.ok_or_else(|| No::from(ExchangeError::NotFound))
}

/// What the reader keeps under the id of this listing, as the form shows it.
pub(super) async fn kept_under(visit: &Visit, id: ListingId) -> Result<Option<Row>, No> {
    let found = views::my_draft(&visit.db, &visit.caller, id).await?;
    Ok(found.map(|kept| Row::of(&kept, visit.words, &visit.now())))
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let mut pages = take_up::previews(preview);
    pages.extend(delete::previews(preview));
    pages
}
