//! What anybody may read: what this place is, its charter, who answers for it, what is kept, in which language.

mod accessibility;
mod charter;
mod language;
mod legal;
mod privacy;
mod welcome;

pub(crate) use charter::paragraphs;
pub(crate) use welcome::welcome;

use crate::doors::Doors;
use crate::preview::Preview;

/// The pages for anybody, on the platform's host as on every community's.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/charter", charter::charter)
        .get("/legal", legal::legal)
        .get("/privacy", privacy::privacy)
        .get("/accessibility", accessibility::accessibility)
        .get("/language/:code", language::language)
}

/// Each page in its states.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    [welcome::previews(preview), charter::previews(preview), legal::previews(preview)]
        .into_iter()
        .flatten()
        .chain([privacy::preview(preview), accessibility::preview(preview)])
        .collect()
}
