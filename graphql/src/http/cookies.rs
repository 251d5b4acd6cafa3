//! The cookies of signing in: of this host only, never readable by script.

use crate::{DoorSettings, visit::Cookie};
use membership::limits;
use poem::{
    Request, Response,
    http::{HeaderValue, header},
};

/// As long as a session may live at the longest; the house ends it earlier.
const SESSION_SECONDS: i64 = limits::SESSION_LIFE.num_seconds();
/// A little longer than a sign-in letter holds.
const BROWSER_SECONDS: i64 = limits::SIGN_IN_COOKIE.num_seconds();
/// As long as browsers keep a cookie at the most.
const DEVICE_SECONDS: i64 = limits::DEVICE_COOKIE.num_seconds();

/// What a cookie of the request holds.
pub(super) fn read(request: &Request, name: &str) -> Option<String> {
    let lines = request.headers().get_all(header::COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    lines
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}

/// Gives cookies with the answer.
pub(super) fn give(response: &mut Response, settings: &DoorSettings, cookies: Vec<Cookie>) {
    for cookie in cookies {
        let line = match cookie {
            Cookie::Session(token) => line(&settings.session_cookie, &token, SESSION_SECONDS),
            Cookie::NoSession => line(&settings.session_cookie, "", 0),
            Cookie::Device(device) => line(&settings.device_cookie, &device, DEVICE_SECONDS),
            Cookie::Browser(nonce) => line(&settings.browser_cookie, &nonce, BROWSER_SECONDS),
        };
        // Names and secrets are plain ASCII; what is not is not sent.
        if let Ok(line) = HeaderValue::from_str(&line) {
            response.headers_mut().append(header::SET_COOKIE, line);
        }
    }
}

fn line(name: &str, value: &str, seconds: i64) -> String {
    format!("{name}={value}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite=Lax")
}
