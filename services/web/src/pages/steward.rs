//! The team's desk.

pub mod acts;
pub mod desk;
pub mod health;
pub mod journal;

use crate::doors::Doors;
use crate::preview::Preview;

/// The area's addresses.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/steward", desk::show)
        .get("/steward/health", health::show)
        .get("/steward/journal", journal::show)
        .post("/steward/applicants/:id/admit", acts::admit)
        .post("/steward/applicants/:id/refuse", acts::refuse)
        .post("/steward/members/:id/suspend", acts::suspend)
        .post("/steward/members/:id/reinstate", acts::reinstate)
        .post("/steward/listings/:id/close", acts::close_listing)
}

/// The area's pages in all their states.
pub fn previews(p: &Preview) -> Vec<(String, String)> {
    [desk::previews(p), health::previews(p), journal::previews(p)].concat()
}
