//! Drafts: what somebody has begun to write is kept for them alone, until they publish or delete it.

mod filled;
pub(super) mod keep;
mod row;
pub(super) mod take_up;
pub(super) mod delete;

pub(super) use row::{Row, samples};

use crate::error_page::No;
use crate::preview::Preview;
use crate::visit::Visit;
use exchange::{ExchangeError, KeptDraft, kept_draft::views};
use kernel::ListingId;

/// The reader's own draft; nobody else's is found here.
async fn own(visit: &Visit, id: ListingId) -> Result<KeptDraft, No> {
    let found = views::my_draft(&visit.db, &visit.caller, id).await?;
    found.ok_or_else(|| No::from(ExchangeError::NotFound))
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let mut pages = take_up::previews(preview);
    pages.extend(delete::previews(preview));
    pages
}
