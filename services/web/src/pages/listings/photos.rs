//! Photos of listings on pages: they come in with the listing's own form, without a script, and nothing typed is lost when one of
//! them cannot be taken.
//!
//! A form with files that is sent becomes two things before its handler sees it ([`intake`]): the photos, which are taken in as drafts
//! of the listing whose id the form made, and a form without files. Whatever the handler then answers, the photos are kept.

mod intake;
pub(super) mod media;
mod part;
mod parts;
pub(super) mod send;

pub(super) use intake::{Faults, Taking};
pub(super) use part::{Part, first};

use poem::http::StatusCode;

/// What was sent, beside what was asked for.
const PHOTOS: &str = "photos";
/// The button that adds photos and publishes nothing yet.
const ONLY: &str = "photos-only";

/// The status that says most of several: no room, too busy, too often, not right.
fn gravest(all: impl Iterator<Item = StatusCode>) -> Option<StatusCode> {
    all.max_by_key(StatusCode::as_u16)
}
