//! Security headers on every answer, errors included (bars W2 and W3).

use crate::tiles::Tiles;
use poem::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use poem::{Endpoint, IntoResponse, Middleware, Request, Response, Result};

macro_rules! policy {
    ($script:literal) => {
        concat!(
            "default-src 'none'; script-src ",
            $script,
            "; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
             object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
        )
    };
}

/// Nothing is loaded but from this very host, no script at all, no framing, forms only to ourselves.
///
/// An answer that needs another policy (the interface's own documentation) brings its own header, which is kept.
pub const CONTENT_POLICY: &str = policy!("'none'");

/// The same for the pages that ask a device for a passkey, where a town is typed, and for the map: a file of our own may run, and nothing in
/// the page itself.
pub const SCRIPT_POLICY: &str = policy!("'self'");

/// The policy of the map: [`SCRIPT_POLICY`], and pictures from elsewhere where the installation was told whose.
pub(crate) fn policy_of_the_map(tiles: Option<&Tiles>) -> String {
    match tiles {
        Some(tiles) => SCRIPT_POLICY.replacen("img-src 'self'", &format!("img-src 'self' {}", tiles.origin()), 1),
        None => SCRIPT_POLICY.to_owned(),
    }
}

/// Set unless the answer already says otherwise.
const DEFAULTS: [(HeaderName, &str); 9] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_POLICY),
    (header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
    (header::CACHE_CONTROL, "no-store"),
];

/// Puts the headers around a whole site. Every answer is personal (`no-store`) unless it says that it is not.
#[derive(Debug, Clone, Copy)]
pub struct SecurityHeaders;

impl<E: Endpoint> Middleware<E> for SecurityHeaders {
    type Output = WithHeaders<E>;

    fn transform(&self, inner: E) -> Self::Output {
        WithHeaders { inner }
    }
}

/// An endpoint behind [`SecurityHeaders`].
pub struct WithHeaders<E> {
    inner: E,
}

impl<E: Endpoint> Endpoint for WithHeaders<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        if request.method() == Method::TRACE {
            let refused = StatusCode::METHOD_NOT_ALLOWED.with_header(header::ALLOW, "GET, HEAD, POST");
            return Ok(dress(refused.into_response()));
        }
        let answer = match self.inner.call(request).await {
            Ok(answer) => answer.into_response(),
            Err(error) => error.into_response(),
        };
        Ok(dress(answer))
    }
}

fn dress(mut answer: Response) -> Response {
    let headers = answer.headers_mut();
    headers.remove(header::SERVER);
    for (name, value) in DEFAULTS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;
    use poem::{EndpointExt as _, Route, endpoint::make_sync, test::TestClient};

    #[test]
    fn w2_the_two_policies_differ_in_one_word() {
        assert_eq!(SCRIPT_POLICY.replacen("script-src 'self'", "script-src 'none'", 1), CONTENT_POLICY);
        assert!(!SCRIPT_POLICY.contains("unsafe") && SCRIPT_POLICY.contains("require-trusted-types-for 'script'"));
    }

    #[test]
    fn w2_the_map_asks_nobody_unless_it_was_told_whom() {
        assert_eq!(policy_of_the_map(None), SCRIPT_POLICY);
        let tiles = Tiles::new("https://tiles.example/{z}/{x}/{y}.png", "© Somebody").unwrap();
        let policy = policy_of_the_map(Some(&tiles));
        assert!(policy.contains("; img-src 'self' https://tiles.example; "), "{policy}");
        assert_eq!(policy.replacen(" https://tiles.example", "", 1), SCRIPT_POLICY, "nothing else is let in");
    }

    #[tokio::test]
    async fn w2_w3_every_answer_carries_them_errors_and_traces_too() {
        let site = Route::new()
            .at("/ok", make_sync(|_| "fine"))
            .at("/broken", make_sync(|_| Err::<(), _>(poem::Error::from_status(StatusCode::INTERNAL_SERVER_ERROR))))
            .at("/public", make_sync(|_| "x".with_header("cache-control", "public")))
            .with(SecurityHeaders);
        let client = TestClient::new(site);
        for path in ["/ok", "/broken", "/nowhere", "/public"] {
            let answer = client.get(path).send().await;
            for (name, value) in DEFAULTS.iter().take(8) {
                assert_eq!(answer.0.header(name), Some(*value), "{path} {name}");
            }
            let cached = if path == "/public" { "public" } else { "no-store" };
            answer.assert_header("cache-control", cached);
            assert!(answer.0.header("server").is_none());
        }
        let traced = client.request(Method::TRACE, "/ok").send().await;
        traced.assert_status(StatusCode::METHOD_NOT_ALLOWED);
        traced.assert_header("allow", "GET, HEAD, POST");
    }
}
