//! Who is about to come in, and what a member confides about them.

mod confide;
mod list;

use crate::doors::Doors;
use crate::preview::Preview;
use phrases::Words;
use sponsorship::{ArrivingView, Category};

/// The area's addresses.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/newcomers", list::show)
        .get("/newcomers/:id/reservation", confide::show)
        .post("/newcomers/:id/reservation", confide::confide)
        .post("/reservations/:id/withdraw", list::withdraw)
}

/// The area's pages in all their states.
pub fn previews(p: &Preview) -> Vec<(String, String)> {
    [list::previews(p), confide::previews(p)].concat()
}

/// Of what kind a reservation is, in words that its applicant may read.
pub(crate) fn category(words: Words, category: Category) -> String {
    words.t(match category {
        Category::Identity => "reservation-category-identity",
        Category::Exchange => "reservation-category-exchange",
        Category::Other => "reservation-category-other",
    })
}

/// An invented newcomer.
fn sample(p: &Preview, n: u128, name: &str, own: bool) -> ArrivingView {
    ArrivingView {
        id: kernel::MemberId(uuid::Uuid::from_u128(n)),
        name: name.to_owned(),
        town: "Corbigny".to_owned(),
        since: p.ago(1),
        own: own.then(|| kernel::ReservationId(uuid::Uuid::from_u128(n))),
    }
}
