//! Notifications: what happened that concerns the reader.

mod line;
mod list;
mod read;

pub(crate) use line::Line;

use crate::doors::Doors;
use crate::preview::Preview;

/// The addresses of this area.
pub fn doors(doors: Doors) -> Doors {
    doors.get("/notifications", list::list).post("/notifications/read", read::read)
}

/// Some invented lines.
pub(crate) fn samples(preview: &Preview) -> Vec<Line> {
    let kinds = [notice::Kind::Thanked, notice::Kind::NewcomerAdmitted, notice::Kind::ListingExpiring];
    let line = |kind| Line::of(&list::sample(kind, preview.ago(1)), preview.words, &preview.now);
    kinds.into_iter().map(line).collect()
}

/// The pages of this area in all states.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    list::previews(preview)
}
