//! What is promised to somebody: its author says so, and that it is promised to nobody any more. A button, on its page and among one's own; it
//! leads to its page, which says how it stands. An offer and a request have words of their own.

use crate::error_page::No;
use crate::shell::see_and_say;
use crate::visit::Visit;
use exchange::{Direction, ListingRow, Release, Reserve, reserved};
use phrases::Words;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

/// `POST /listings/{id}/reserve`
#[handler]
pub(super) async fn reserve(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let promised = reserved::reserve::reserve(&visit.db, &visit.caller, Reserve { id: id.into() }).await?;
    let said = either(promised, "reserved-done-offer", "reserved-done-request");
    Ok(see_and_say(&format!("/listings/{id}"), said))
}

/// `POST /listings/{id}/release`
#[handler]
pub(super) async fn release(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let released = reserved::release::release(&visit.db, &visit.caller, Release { id: id.into() }).await?;
    let said = either(released, "reserved-released-offer", "reserved-released-request");
    Ok(see_and_say(&format!("/listings/{id}"), said))
}

/// That it is promised, wherever it is shown; nothing of what is not.
pub(super) fn tag(row: &ListingRow, words: Words) -> Option<String> {
    row.reserved().map(|_| words.t(either(row.direction, "reserved-tag-offer", "reserved-tag-request")))
}

/// By which its author says that it is promised, or that it is not any more.
pub(super) struct Button {
    /// Where it is sent, below the listing's own address.
    pub action: &'static str,
    pub words: String,
}

impl Button {
    /// Nothing where neither can be said of it. Only of the reader's own.
    pub(super) fn of(row: &ListingRow, words: Words) -> Option<Self> {
        let (action, said) = if row.may_be_reserved() {
            ("reserve", either(row.direction, "reserved-act-offer", "reserved-act-request"))
        } else if row.reserved().is_some() {
            ("release", either(row.direction, "reserved-release-offer", "reserved-release-request"))
        } else {
            return None;
        };
        Some(Self { action, words: words.t(said) })
    }
}

fn either(direction: Direction, offer: &'static str, request: &'static str) -> &'static str {
    match direction {
        Direction::Offer => offer,
        Direction::Request => request,
    }
}
