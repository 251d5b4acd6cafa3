//! Members: who is here, and how one is linked to them.

mod endorse;
mod entry;
pub mod list;
pub mod one;

use crate::doors::Doors;
use crate::preview::Preview;

/// The area's addresses.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/members", list::show)
        .get("/members/:id", one::show)
        .get("/members/:id/endorse", endorse::show)
        .post("/members/:id/endorse", endorse::endorse)
        .post("/steward/admissions/:id/check", entry::recheck)
}

/// The area's pages in all their states.
pub fn previews(p: &Preview) -> Vec<(String, String)> {
    [list::previews(p), one::previews(p), endorse::previews(p)].concat()
}

/// The place of a role in words; nobody's without an office.
pub(super) fn office(words: phrases::Words, role: kernel::Role) -> Option<String> {
    match role {
        kernel::Role::None => None,
        kernel::Role::Editor => Some(words.t("members-role-editor")),
        kernel::Role::Steward => Some(words.t("members-role-steward")),
        kernel::Role::Owner => Some(words.t("members-role-owner")),
    }
}
