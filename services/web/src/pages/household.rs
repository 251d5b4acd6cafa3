//! With whom I share a household: saying so, agreeing, ending it.

mod mine;
mod say;

pub(crate) use mine::sample;

use crate::doors::Doors;
use crate::preview::Preview;

/// The area's addresses.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/me/household", mine::show)
        .post("/households/:id/answer", mine::answer)
        .post("/households/:id/end", mine::end)
        .get("/members/:id/household", say::show)
        .post("/members/:id/household", say::say)
}

/// The area's pages in all their states.
pub fn previews(p: &Preview) -> Vec<(String, String)> {
    [mine::previews(p), say::previews(p)].concat()
}
