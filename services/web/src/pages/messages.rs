//! Messages: private conversations about listings.

mod inbox;
mod row;
mod send;
pub(crate) mod talk;

pub(crate) use row::Row;

use crate::doors::Doors;
use crate::preview::Preview;

/// The addresses of this area.
pub fn doors(doors: Doors) -> Doors {
    doors.get("/messages", inbox::inbox).get("/messages/:id", talk::talk).post("/messages/:id", send::send)
}

/// Invented conversations that wait for an answer, as lists show them.
pub(crate) fn samples(preview: &Preview) -> Vec<Row> {
    Row::all(&row::samples(preview), preview.words, &preview.now)
}

/// The pages of this area in all states.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    let mut pages = inbox::previews(preview);
    pages.extend(talk::previews(preview));
    pages
}
