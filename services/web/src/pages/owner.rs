//! The owner's settings: identity and colours, rules, host names, offices, and the end of the community.

pub mod admission;
pub mod hosts;
pub mod identity;
pub mod overview;
pub mod policy;
pub mod removal;
pub mod roles;

use crate::doors::Doors;
use crate::preview::Preview;

/// The area's addresses.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/owner", overview::show)
        .post("/owner/identity", identity::save)
        .get("/owner/admission", admission::show)
        .post("/owner/admission/change", admission::save)
        .post("/owner/hosts", hosts::save)
        .post("/owner/policy", policy::save)
        .post("/owner/roles", roles::give)
        .get("/owner/removal", removal::show)
        .post("/owner/removal", removal::ask)
        .post("/owner/removal/call-off", removal::call_off)
}

/// The area's pages in all their states.
pub fn previews(p: &Preview) -> Vec<(String, String)> {
    [overview::previews(p), admission::previews(p), removal::previews(p)].concat()
}
