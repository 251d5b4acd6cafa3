//! Same origin only: no page of another site, and no sibling community's, may speak here with somebody's cookie.

use kernel::origin::{self, Origin};
use poem::{
    Request,
    http::{HeaderValue, header},
};

/// What must be absent for a request to pass that says nothing of its origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Without {
    /// A program without cookies speaks only for itself.
    Cookie,
    /// Nothing: the origin must be said.
    Nothing,
}

/// Every witness present must say "same origin"; with none, [`Without`] decides.
pub(crate) fn admits(request: &Request, scheme: &str, without: Without) -> bool {
    let host = host(request);
    match origin::of(scheme, host.as_deref(), values(request, "origin"), values(request, "sec-fetch-site")) {
        Origin::Same => true,
        Origin::Foreign => false,
        Origin::Unsaid => without == Without::Cookie && !request.headers().contains_key(header::COOKIE),
    }
}

fn values<'a>(request: &'a Request, name: &'a str) -> impl Iterator<Item = &'a [u8]> {
    request.headers().get_all(name).into_iter().map(HeaderValue::as_bytes)
}

/// The host that was addressed, with its port unless that is the scheme's own.
fn host(request: &Request) -> Option<String> {
    let named = request.header(header::HOST).map(str::to_owned);
    named.or_else(|| request.uri().authority().map(ToString::to_string))
}
