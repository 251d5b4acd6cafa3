//! For you: others' listings that go with the reader's own, and why.

mod dismiss;
mod list;
mod pair;

pub(crate) use pair::Pair;

use crate::doors::Doors;
use crate::error_page::No;
use crate::preview::Preview;
use crate::visit::Visit;
use exchange::views::matches::matches;
use kernel::{ListingId, PageRequest};

/// The addresses of this area.
pub fn doors(doors: Doors) -> Doors {
    doors.get("/matches", list::list).post("/matches/:id/dismiss", dismiss::dismiss)
}

/// What goes with one listing of the reader's, the latest first.
pub(crate) async fn with(visit: &Visit, mine: ListingId, most: u32) -> Result<Vec<Pair>, No> {
    let found = matches(&visit.db, &visit.caller, Some(mine), &PageRequest::new(most, None)).await?;
    Ok(Pair::all(&found.items, visit.words, &visit.now()))
}

/// Invented ones.
pub(crate) fn samples(preview: &Preview) -> Vec<Pair> {
    Pair::all(&list::sample(preview), preview.words, &preview.now)
}

/// The pages of this area in all states.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    list::previews(preview)
}
