//! The operator's desk: communities, the queue, jobs that could not be done, the last letters. No member's content.

mod desk;
mod retry;
mod samples;

use crate::doors::Doors;

pub use samples::previews;

/// The operator's pages.
pub fn doors(doors: Doors) -> Doors {
    doors.get("/operator", desk::desk).post("/operator/jobs/:community/:job/retry", retry::retry)
}
