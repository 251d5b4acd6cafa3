//! The operator's desk: communities, the queue, jobs that could not be done, the last letters. No member's content.

mod desk;
mod hosts;
pub(in crate::pages) mod letters;
mod lift;
mod removal;
mod reset;
mod retry;
mod samples;

use crate::doors::Doors;

pub use samples::previews;

/// The operator's pages.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/operator", desk::desk)
        .post("/operator/jobs/:community/:job/retry", retry::retry)
        .post("/operator/hosts/:community/:host/activate", hosts::activate)
        .post("/operator/hosts/:community/:host/turn-down", hosts::turn_down)
        .post("/operator/addresses/lift", lift::lift)
        .post("/operator/accounts/reset", reset::reset)
        .get("/operator/communities/:community/removal", removal::show)
        .post("/operator/communities/:community/removal", removal::ask)
        .post("/operator/communities/:community/removal/call-off", removal::call_off)
        .get("/operator/communities/:community/letters", letters::show)
        .post("/operator/communities/:community/letters", letters::let_go)
}
