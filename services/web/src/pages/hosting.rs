//! Being a host: what one agreed to, whose turn it is, and the people one meets.

mod acts;
mod one;
mod overview;
pub(crate) mod samples;
pub(crate) mod wording;

use crate::doors::Doors;
use crate::preview::Preview;

/// The area's addresses.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/hosting", overview::show)
        .post("/hosting", overview::join)
        .post("/hosting/stop", acts::stop)
        .get("/hosting/meetings/:id", one::show)
        .post("/hosting/meetings/:id/agree", acts::agree)
        .post("/hosting/meetings/:id/pass", acts::pass)
        .post("/hosting/meetings/:id/write", acts::write)
        .post("/hosting/meetings/:id/met", acts::met)
}

/// The area's pages in all their states.
pub fn previews(p: &Preview) -> Vec<(String, String)> {
    [overview::previews(p), one::previews(p)].concat()
}
