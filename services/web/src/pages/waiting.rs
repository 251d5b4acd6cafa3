//! The waiting room: where one's application stands, and who could vouch.

mod ask;
mod cancel;
mod room;
mod samples;

use crate::doors::Doors;

pub use samples::previews;

/// The pages of whoever waits.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/waiting", room::waiting)
        .post("/waiting/ask", ask::ask)
        .post("/waiting/requests/:id/cancel", cancel::cancel)
}
