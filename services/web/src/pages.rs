//! The pages, one folder an area. An area says its addresses (`doors`) and shows itself in all states (`previews`).

use crate::doors::Doors;
use crate::preview::Preview;

/// Everything a community's host shows.
pub fn community(doors: Doors) -> Doors {
    doors
}

/// Everything the platform's own host shows.
pub fn platform(doors: Doors) -> Doors {
    doors
}

/// Every page in every state, from made-up data, for the eyes and for the tests.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    let _ = preview;
    Vec::new()
}
