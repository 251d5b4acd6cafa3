//! Requests for sponsorship, as the member who is asked sees them.

pub mod answer;
pub mod list;
pub mod one;

use crate::doors::Doors;
use crate::preview::Preview;
use sponsorship::RequestView;

/// The area's addresses.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/requests", list::show)
        .get("/requests/:id", one::show)
        .post("/requests/:id/give", answer::give)
        .post("/requests/:id/decline", answer::decline)
}

/// The area's pages in all their states.
pub fn previews(p: &Preview) -> Vec<(String, String)> {
    [list::previews(p), one::previews(p)].concat()
}

/// An invented request.
fn sample(p: &Preview, open: bool) -> RequestView {
    RequestView {
        id: kernel::SponsorshipId(uuid::Uuid::from_u128(41)),
        applicant: p.person("Thomas Lambert", "Corbigny", kernel::Role::None),
        about: p.words.t("requests-sample-about"),
        note: p.words.t("requests-sample-note"),
        requested_at: p.ago(3),
        expires_at: p.ahead(11),
        state: if open { sponsorship::State::Requested } else { sponsorship::State::Given },
        open,
        namesake: open,
    }
}
