//! My settings: what I say of myself, which letters I get, leaving. How I get in is [`super::account`].

pub mod communities;
pub mod data;
pub mod leave;
pub mod letters;
pub mod naming;
pub mod overview;
pub mod profile;
pub mod standing;

use crate::doors::Doors;
use crate::preview::Preview;

/// The area's addresses in a community.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/me", overview::show)
        .post("/me/profile", profile::save)
        .post("/me/letters", letters::save)
        .post("/me/naming", naming::save)
        .get("/me/data", data::show)
        .post("/me/data/copy", data::ask_copy)
        .get("/me/data/copy", data::fetch)
        .post("/me/data/erase", data::erase)
        .get("/me/standing", standing::show)
        .post("/me/standing/appeal", standing::send)
        .get("/me/leave", leave::ask)
        .post("/me/leave", leave::go)
}

/// The same on the platform's own host, which also knows where else somebody is.
pub fn platform(doors: Doors) -> Doors {
    self::doors(doors).get("/my-communities", communities::show)
}

/// The area's pages in all their states.
pub fn previews(p: &Preview) -> Vec<(String, String)> {
    [overview::previews(p), data::previews(p), leave::previews(p), standing::previews(p), communities::previews(p)]
        .concat()
}
