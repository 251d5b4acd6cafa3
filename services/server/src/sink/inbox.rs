//! The inbox page: everything the sink was given, to be read by people and by tests. For development only; it has no
//! sign-in, so it answers only to names that cannot be somebody else's site (DNS rebinding).

mod json;
mod pages;

use super::store::Inbox;
use poem::{
    Endpoint, EndpointExt, IntoResponse, Request, Response, Result, Route, get,
    http::{HeaderValue, StatusCode, header},
};

/// The page's own rules: nothing from anywhere, no script at all.
const POLICY: &str = "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// A letter's HTML in its frame: a page of its own without origin, script or network; links open elsewhere.
const LETTER_POLICY: &str = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/// The page's routes.
pub fn inbox(inbox: Inbox) -> impl Endpoint<Output = Response> {
    Route::new()
        .at("/", get(pages::list_page))
        .at("/message/:number", get(pages::one_message))
        .at("/message/:number/html", get(pages::html_part))
        .at("/message/:number/raw", get(pages::raw_source))
        .at("/inbox.css", get(pages::stylesheet))
        .at("/api/messages", get(json::list_as_json))
        .at("/api/messages/:number", get(json::one_message))
        .data(inbox)
        .around(|endpoint, request| async move {
            let policy = if request.uri().path().ends_with("/html") { LETTER_POLICY } else { POLICY };
            let answer = if is_ours(&request) {
                answer(&endpoint, request).await
            } else {
                StatusCode::MISDIRECTED_REQUEST.into_response()
            };
            Ok(dress(answer, policy))
        })
}

async fn answer(endpoint: &impl Endpoint<Output: IntoResponse>, request: Request) -> Response {
    match endpoint.call(request).await {
        Ok(output) => output.into_response(),
        Err(error) => error.into_response(),
    }
}

/// `localhost`, a name below it, or a plain IP address.
fn is_ours(request: &Request) -> bool {
    let Some(host) = request.header(header::HOST).and_then(|host| host.parse::<poem::http::uri::Authority>().ok())
    else {
        return false;
    };
    let name = host.host().to_ascii_lowercase();
    let address = name.trim_start_matches('[').trim_end_matches(']').parse::<std::net::IpAddr>();
    name == "localhost" || name.ends_with(".localhost") || address.is_ok()
}

fn dress(mut answer: Response, policy: &'static str) -> Response {
    let headers = answer.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    answer
}

/// Nothing of that number is kept.
fn gone() -> poem::Error {
    poem::Error::from_status(StatusCode::NOT_FOUND)
}

/// The message asked for.
fn find(inbox: &Inbox, number: u64) -> Result<std::sync::Arc<super::Received>> {
    inbox.message(number).ok_or_else(gone)
}

#[cfg(test)]
mod tests;
