//! The owner's settings: identity and colours, rules, host names, offices.

pub mod hosts;
pub mod identity;
pub mod overview;
pub mod policy;
pub mod roles;

use crate::doors::Doors;
use crate::preview::Preview;

/// The area's addresses.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/owner", overview::show)
        .post("/owner/identity", identity::save)
        .post("/owner/hosts", hosts::save)
        .post("/owner/policy", policy::save)
        .post("/owner/roles", roles::give)
}

/// The area's pages in all their states.
pub fn previews(p: &Preview) -> Vec<(String, String)> {
    overview::previews(p)
}
