//! Signing in: an address, a letter, then its link or its six digits. Signing out.
//!
//! What the answer looks like never depends on whether an address is known here (bar A1); looking at a link uses nothing up,
//! pressing its button does (bar A2).

mod ask;
mod code;
mod link;
mod out;
mod passkey;

use crate::back;
use crate::cookies::{self, BROWSER, DEVICE, SESSION};
use crate::doors::Doors;
use crate::error_page::No;
use crate::preview::Preview;
use crate::shell::see;
use crate::visit::Visit;
use membership::redeem::SignedIn;
use membership::{limits, session};
use poem::http::header;
use poem::{Request, Response};
use std::time::Duration;

/// The pages of signing in and out, on every host.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/sign-in", ask::ask)
        .post("/sign-in", ask::send)
        .get("/sign-in/code", code::show)
        .post("/sign-in/code", code::send)
        .get("/sign-in/link/:token", link::show)
        .post("/sign-in/link/:token", link::press)
        .post("/sign-in/passkey", passkey::press)
        .post("/sign-in/passkey/begin", passkey::begin)
        .post("/sign-out", out::sign_out)
}

/// Each page in its states.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    [ask::previews(preview), code::previews(preview), link::previews(preview)].concat()
}

/// The address a letter went to, for the page where its code is typed: kept with the browser and not in an address bar.
const ASKED: &str = "__Host-asked";

/// The nonce of this browser; nothing when none was given, or something that we did not give.
fn browser(request: &Request) -> Option<String> {
    let ours = |nonce: &String| nonce.len() == 52 && nonce.bytes().all(|sign| sign.is_ascii_alphanumeric());
    cookies::read(request, BROWSER).filter(ours)
}

/// What this browser's long-lived cookie holds.
fn device(request: &Request) -> String {
    cookies::read(request, DEVICE).unwrap_or_default()
}

/// What the browser calls itself.
fn user_agent(request: &Request) -> String {
    request.header(header::USER_AGENT).unwrap_or_default().to_owned()
}

fn seconds(lasts: chrono::Duration) -> Duration {
    Duration::from_secs(lasts.num_seconds().unsigned_abs())
}

/// In, and the session in which this browser was is over.
async fn enter(visit: &Visit, signed: &SignedIn) -> Result<Response, No> {
    session::end_former(&visit.db, &visit.caller, visit.session).await?;
    Ok(come_in(signed))
}

/// In: the session's cookie, and on to where one wanted to go.
pub fn come_in(signed: &SignedIn) -> Response {
    let mut answer = see(back::local(&signed.return_to));
    cookies::give(&mut answer, SESSION, &signed.session_token, Some(seconds(limits::SESSION_LIFE)));
    cookies::give(&mut answer, DEVICE, &signed.device, Some(seconds(limits::DEVICE_COOKIE)));
    cookies::take(&mut answer, ASKED);
    answer
}
