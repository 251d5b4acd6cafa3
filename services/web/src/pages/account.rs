//! My account, which is one for the whole installation: where I am signed in, and how I get in. It says nothing of the
//! community whose host shows it.

pub mod address;
pub mod again;
pub(crate) mod carry;
pub mod factor;
pub mod link;
pub mod overview;
pub mod passkeys;
pub mod prove;
pub mod sessions;
pub mod undo;

use crate::doors::Doors;
use crate::error_page::No;
use crate::preview::Preview;
use crate::visit::Visit;
use kernel::{Forbidden, SessionId};

/// The area's addresses, on every host.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/account", overview::show)
        .post("/account/address", address::ask)
        .get("/account/address/code", address::show)
        .post("/account/address/code", address::confirm)
        .get("/account/address/link/:token", link::show)
        .post("/account/address/link/:token", link::press)
        .post("/account/factor/begin", factor::begin)
        .post("/account/factor/codes", factor::renew_codes)
        .post("/account/factor/confirm", factor::confirm)
        .post("/account/factor/remove", factor::remove)
        .post("/account/passkeys", passkeys::add)
        .post("/account/passkeys/begin", passkeys::begin)
        .post("/account/passkeys/:id/remove", passkeys::remove)
        .get("/account/prove", prove::show)
        .post("/account/prove", prove::prove)
        .post("/account/prove/passkey", passkeys::prove)
        .post("/account/prove/passkey/begin", passkeys::begin_proving)
        .post("/account/sessions/:id/end", sessions::end)
        .post("/account/sessions/end-all", sessions::end_all)
        .post("/account/sign-in-again", again::sign_in_again)
        .get("/account/undo/:token", undo::show)
        .post("/account/undo/:token", undo::press)
}

/// The area's pages in all their states.
pub fn previews(p: &Preview) -> Vec<(String, String)> {
    [
        overview::previews(p),
        address::previews(p),
        link::previews(p),
        undo::previews(p),
        factor::previews(p),
        prove::previews(p),
        crate::pages::passkey::previews(p),
    ]
    .concat()
}

/// The session of who asks; whoever has none is nobody here.
fn session_of(visit: &Visit) -> Result<SessionId, No> {
    visit.session.ok_or_else(|| Forbidden::ByRule.into())
}
