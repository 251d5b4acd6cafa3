//! Asking for somebody else: the questions that say for whom, and the page on which the two answer each other.

pub(crate) mod behalf;
mod one;
pub(crate) mod wording;

pub(crate) use one::sample;

use crate::doors::Doors;
use crate::preview::Preview;

/// The area's addresses.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/listings/:id/mandate", one::show)
        .post("/listings/:id/mandate/agree", one::agree)
        .post("/listings/:id/mandate/end", one::end)
        .post("/listings/:id/mandate/take-over", one::take_over)
        .post("/listings/:id/mandate/offer", one::offer)
}

/// The area's pages in all their states.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    one::previews(preview)
}
