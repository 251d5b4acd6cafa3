//! What anybody may read: what this place is, its charter, who answers for it, what is kept, in which language; where to find help
//! and every page.

mod accessibility;
mod charter;
mod contact;
mod help;
mod language;
mod legal;
mod privacy;
mod site_map;
mod welcome;

pub(crate) use charter::paragraphs;
pub(crate) use welcome::welcome;

use crate::doors::Doors;
use crate::preview::Preview;

/// The pages for anybody, on the platform's host as on every community's.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/charter", charter::charter)
        .get("/help", help::help)
        .get("/legal", legal::legal)
        .get("/privacy", privacy::privacy)
        .get("/accessibility", accessibility::accessibility)
        .get("/language/:code", language::language)
}

/// Each page in its states.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    [welcome::previews(preview), charter::previews(preview), legal::previews(preview), help::previews(preview)]
        .into_iter()
        .flatten()
        .chain([privacy::preview(preview), accessibility::preview(preview)])
        .collect()
}
