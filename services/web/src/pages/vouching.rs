//! What I vouch for: words given, tokens left, invitations, my personal link.

pub mod give_up;
pub mod invite;
pub mod overview;

use crate::doors::Doors;
use crate::preview::Preview;

/// The area's addresses.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/vouching", overview::show)
        .get("/invite", invite::show)
        .post("/invite", invite::send)
        .post("/sponsorships/:id/withdraw", give_up::withdraw)
        .post("/invitations/:id/revoke", give_up::revoke)
        .post("/personal-link/renew", give_up::renew_link)
}

/// The area's pages in all their states.
pub fn previews(p: &Preview) -> Vec<(String, String)> {
    [overview::previews(p), invite::previews(p)].concat()
}
