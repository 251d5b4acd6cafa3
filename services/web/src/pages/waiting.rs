//! The waiting room: where one's application stands, and who could vouch.

mod ask;
mod cancel;
mod host;
mod outings;
mod renew;
mod request;
mod request_acts;
mod reservation;
mod room;
mod samples;
mod talk;

use crate::doors::Doors;
use crate::preview::Preview;

/// The pages of whoever waits.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/waiting", room::waiting)
        .post("/waiting/ask", ask::ask)
        .post("/waiting/renew", renew::renew)
        .get("/waiting/host", host::show)
        .post("/waiting/host", host::ask)
        .get("/waiting/meetings/:id", host::show_one)
        .post("/waiting/meetings/:id/write", host::write)
        .post("/waiting/meetings/:id/call-off", host::call_off)
        .post("/waiting/requests/:id/cancel", cancel::cancel)
        .post("/waiting/reservations/:id/answer", reservation::answer)
        .get("/waiting/request", request::show)
        .post("/waiting/request", request_acts::post)
        .get("/waiting/request/edit", request_acts::edit)
        .post("/waiting/request/edit", request_acts::correct)
        .post("/waiting/request/close", request_acts::close)
        .get("/waiting/outings", outings::show)
        .post("/waiting/outings/:id/come", outings::come)
        .post("/waiting/outings/:id/step-back", outings::step_back)
        .get("/waiting/talks/:id", talk::show)
        .post("/waiting/talks/:id", talk::reply)
}

/// The area's pages in all their states.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    [
        samples::previews(preview),
        host::previews(preview),
        outings::previews(preview),
        request::previews(preview),
        request_acts::previews(preview),
        talk::previews(preview),
    ]
    .concat()
}
