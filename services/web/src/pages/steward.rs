//! The team's desk.

pub mod acts;
mod checks;
mod departure;
pub mod desk;
mod effects;
pub mod health;
pub mod hosts;
mod household;
pub mod journal;
mod measures;
mod put_out;
mod reservations;
mod reviews;
pub mod unanswered;
pub mod waiting;

pub(crate) use effects::{cause, degree};
pub(crate) use measures::sample as sample_measure;

use super::listings;
use crate::doors::Doors;
use crate::preview::Preview;

/// The area's addresses.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/steward", desk::show)
        .get("/steward/health", health::show)
        .get("/steward/hosts", hosts::show)
        .get("/steward/waiting", waiting::show)
        .get("/steward/journal", journal::show)
        .post("/steward/applicants/:id/admit", acts::admit)
        .post("/steward/applicants/:id/refuse", acts::refuse)
        .get("/steward/members/:id/put-out", put_out::show)
        .post("/steward/members/:id/put-out", put_out::put_out)
        .get("/steward/departures/:id", departure::show)
        .post("/steward/departures/:id/confirm", departure::confirm)
        .post("/steward/departures/:id/call-off", departure::call_off)
        .get("/steward/reviews", reviews::show)
        .post("/steward/reviews/:id/confirm", reviews::confirm)
        .post("/steward/appeals/:id/answer", reviews::answer)
        .get("/steward/reservations", reservations::show)
        .post("/steward/reservations/:id/decide", reservations::decide)
        .get("/steward/members/:id/household", household::show)
        .post("/steward/members/:id/household", household::enter)
        .post("/steward/households/:id/keep", household::keep)
        .get("/steward/members/:id/measures", measures::show)
        .post("/steward/members/:id/measures", measures::give)
        .post("/steward/measures/:id/lift", measures::lift)
        .post("/steward/members/:id/reinstate", acts::reinstate)
        .get("/steward/checks", checks::show)
        .post("/steward/checks/:id/let-through", checks::let_through)
        .post("/steward/checks/:id/send-back", checks::send_back)
        .get("/steward/unanswered", unanswered::show)
        .post("/steward/unanswered/:id/suggest", unanswered::suggest)
        .post("/steward/listings/:id/close", listings::close_by_office::close_by_office)
        .post("/steward/listings/:id/pass-on", listings::audience::pass_on)
        .post("/steward/listings/:id/not-urgent", listings::urgent::take_off)
}

/// The area's pages in all their states.
pub fn previews(p: &Preview) -> Vec<(String, String)> {
    [
        desk::previews(p),
        health::previews(p),
        hosts::previews(p),
        waiting::previews(p),
        journal::previews(p),
        put_out::previews(p),
        departure::previews(p),
        reviews::previews(p),
        household::previews(p),
        measures::previews(p),
        reservations::previews(p),
        unanswered::previews(p),
        checks::previews(p),
    ]
    .concat()
}
