//! Asking to come in: alone, by a member's personal link, or by an invitation.

mod apply;
mod how;
mod landing;

use crate::doors::Doors;
use crate::preview::Preview;

/// The pages of whoever wants to come in.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/join", apply::join)
        .post("/join", apply::send)
        .get("/how-people-get-in", how::how)
        .get("/p/:token", landing::landing)
        .get("/i/:token", landing::landing)
}

/// Each page in its states.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    [apply::previews(preview), how::previews(preview), landing::previews(preview)].concat()
}
