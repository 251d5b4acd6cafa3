//! Same origin only: no page of another site, and no sibling community's, may speak here with somebody's cookie.

use poem::{Request, http::header};

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
    let mut witnesses = 0;
    let own = own(request, scheme);
    for origin in request.headers().get_all(header::ORIGIN) {
        let same =
            own.as_deref().zip(origin.to_str().ok()).is_some_and(|(own, origin)| origin.eq_ignore_ascii_case(own));
        if !same {
            return false;
        }
        witnesses += 1;
    }
    for site in request.headers().get_all("sec-fetch-site") {
        if site != "same-origin" {
            return false;
        }
        witnesses += 1;
    }
    witnesses > 0 || (without == Without::Cookie && !request.headers().contains_key(header::COOKIE))
}

/// The addressed host as an origin. The scheme is the one people use: a proxy speaks plain HTTP to us.
fn own(request: &Request, scheme: &str) -> Option<String> {
    let named = request.header(header::HOST).map(str::to_owned);
    let host = named.or_else(|| request.uri().authority().map(ToString::to_string))?;
    Some(format!("{scheme}://{host}"))
}
