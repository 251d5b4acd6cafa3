//! Same-origin writes only (bar W1): a form or script of any other site, sibling communities included, is refused.

use crate::error_page;
use kernel::origin::{self, Origin};
use poem::http::{HeaderValue, Method, header};
use poem::{Endpoint, IntoResponse, Middleware, Request, Response, Result};

/// A place where a write may come from elsewhere, because no cookie is believed there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exception {
    /// Below this path, always: one-click unsubscribe, bounce intake.
    Always(&'static str),
    /// Below this path, when a bearer token speaks and no cookie was sent.
    WithToken(&'static str),
}

/// Refuses unsafe requests that do not come from the addressed host itself.
#[derive(Debug, Clone)]
pub struct SameOrigin {
    scheme: &'static str,
    exceptions: Vec<Exception>,
}

impl SameOrigin {
    /// `scheme` is the one people use (`https` behind the proxy, though the proxy speaks plain HTTP to us).
    pub fn new(scheme: &'static str, exceptions: impl Into<Vec<Exception>>) -> Self {
        Self { scheme, exceptions: exceptions.into() }
    }

    fn admits(&self, request: &Request) -> bool {
        is_safe(request.method()) || self.is_excepted(request) || self.is_same_origin(request)
    }

    fn is_excepted(&self, request: &Request) -> bool {
        let path = request.uri().path();
        self.exceptions.iter().any(|exception| match exception {
            Exception::Always(prefix) => below(path, prefix),
            Exception::WithToken(prefix) => {
                let token = request.header(header::AUTHORIZATION).is_some_and(|value| value.starts_with("Bearer "));
                below(path, prefix) && token && !request.headers().contains_key(header::COOKIE)
            }
        })
    }

    /// Every witness present must say "same origin", and at least one must speak.
    fn is_same_origin(&self, request: &Request) -> bool {
        let (host, origins) = (host(request), values(request, "origin"));
        origin::of(self.scheme, host.as_deref(), origins, values(request, FETCH_SITE)) == Origin::Same
    }
}

const FETCH_SITE: &str = "sec-fetch-site";

fn values<'a>(request: &'a Request, name: &'a str) -> impl Iterator<Item = &'a [u8]> {
    request.headers().get_all(name).into_iter().map(HeaderValue::as_bytes)
}

/// Whether the reader themselves asked to see this page: not another site in their name, nor a browser that only looks ahead.
///
/// A link that was clicked on another site is the reader's wish too: letters are read on web pages, and what was read there
/// and followed here has been seen.
pub(crate) fn is_readers_wish(request: &Request) -> bool {
    let looks_ahead = request.method() == Method::HEAD || request.headers().contains_key("sec-purpose");
    let says = |name: &str, value: &str| request.header(name) == Some(value);
    let clicked =
        says("sec-fetch-user", "?1") && says("sec-fetch-mode", "navigate") && says("sec-fetch-dest", "document");
    !looks_ahead && (clicked || origin::is_readers_wish(values(request, FETCH_SITE)))
}

/// The host that was addressed, with its port unless it is the scheme's own.
fn host(request: &Request) -> Option<String> {
    let named = request.header(header::HOST).map(str::to_owned);
    named.or_else(|| request.uri().authority().map(ToString::to_string)).map(|host| host.to_ascii_lowercase())
}

/// Whether a method promises to change nothing.
pub(crate) fn is_safe(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

fn below(path: &str, prefix: &str) -> bool {
    path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || prefix.ends_with('/'))
}

impl<E: Endpoint> Middleware<E> for SameOrigin {
    type Output = Guarded<E>;

    fn transform(&self, inner: E) -> Self::Output {
        Guarded { rule: self.clone(), inner }
    }
}

/// An endpoint behind [`SameOrigin`].
pub struct Guarded<E> {
    rule: SameOrigin,
    inner: E,
}

impl<E: Endpoint> Endpoint for Guarded<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        if self.rule.admits(&request) {
            return self.inner.call(request).await.map(IntoResponse::into_response);
        }
        Ok(error_page::foreign_origin(&request))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use poem::{EndpointExt as _, Route, endpoint::make_sync, http::StatusCode, test::TestClient};

    async fn post(path: &str, headers: &[(&'static str, &str)]) -> StatusCode {
        let exceptions = [Exception::Always("/unsubscribe"), Exception::WithToken("/api")];
        let site = Route::new().at("/*any", make_sync(|_| "done")).with(SameOrigin::new("https", exceptions));
        let client = TestClient::new(site);
        let mut request = client.post(path).header("host", "nievre.example:8443");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.send().await.0.status()
    }

    #[tokio::test]
    async fn w1_only_our_own_pages_may_write() {
        let own = ("origin", "https://nievre.example:8443");
        assert_eq!(post("/join", &[own]).await, StatusCode::OK);
        assert_eq!(post("/join", &[own, ("sec-fetch-site", "same-origin")]).await, StatusCode::OK);
        assert_eq!(post("/join", &[("sec-fetch-site", "same-origin")]).await, StatusCode::OK);
        let refused: [&[(&'static str, &str)]; 10] = [
            &[],
            &[("origin", "null")],
            &[("origin", "https://evil.test")],
            &[("origin", "https://noisettes.example:8443")],
            &[("origin", "https://nievre.example")],
            &[("origin", "http://nievre.example:8443")],
            &[own, ("sec-fetch-site", "same-site")],
            &[own, ("sec-fetch-site", "cross-site")],
            &[own, ("sec-fetch-site", "none")],
            &[own, ("origin", "https://evil.test")],
        ];
        for headers in refused {
            assert_eq!(post("/join", headers).await, StatusCode::FORBIDDEN, "{headers:?}");
        }
    }

    #[tokio::test]
    async fn w1_the_exceptions_are_exactly_those_listed() {
        assert_eq!(post("/unsubscribe/abc", &[]).await, StatusCode::OK);
        assert_eq!(post("/unsubscribed", &[]).await, StatusCode::FORBIDDEN);
        let token = ("authorization", "Bearer t");
        assert_eq!(post("/api/communities", &[token]).await, StatusCode::OK);
        assert_eq!(post("/api/communities", &[token, ("cookie", "__Host-maillon=s")]).await, StatusCode::FORBIDDEN);
        assert_eq!(post("/api/communities", &[]).await, StatusCode::FORBIDDEN);
        assert_eq!(post("/join", &[token]).await, StatusCode::FORBIDDEN);
    }
}
