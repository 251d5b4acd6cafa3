//! One line a request, and one number for everything that is written down about it. Ids and figures, never content: of the
//! path only the first piece, because links carry secrets.

use crate::metrics::Traffic;
use kernel::refusal::correlation;
use poem::{Endpoint, Request, Response, Result, http::HeaderValue};
use std::time::Instant;
use tracing::{Instrument as _, field::Empty, info_span};

/// The answer's header with the number of the request, for whoever asks what became of it.
pub const NUMBER: &str = "x-correlation-id";

/// What the span of a request calls the community; [`crate::identify`] fills it in.
pub const COMMUNITY: &str = "community";

/// An endpoint whose requests are counted and written down.
pub(super) struct Watched<E> {
    pub(super) inner: E,
    pub(super) traffic: Traffic,
}

impl<E: Endpoint<Output = Response>> Endpoint for Watched<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let number = correlation();
        let span = info_span!("request", number = %number, { COMMUNITY } = Empty);
        self.answered(request, &number).instrument(span).await
    }
}

impl<E: Endpoint<Output = Response>> Watched<E> {
    async fn answered(&self, request: Request, number: &str) -> Result<Response> {
        let began = Instant::now();
        let method = request.method().clone();
        let area = area(request.uri().path());
        let mut answer = self.inner.call(request).await;
        let status = match &answer {
            Ok(response) => response.status(),
            Err(error) => error.status(),
        };
        let took = began.elapsed();
        self.traffic.answered(area, status.as_u16(), took);
        tracing::info!(%method, area, status = status.as_u16(), ms = took.as_millis(), "answered");
        if let (Ok(response), Ok(number)) = (&mut answer, HeaderValue::from_str(number)) {
            response.headers_mut().insert(NUMBER, number);
        }
        answer
    }
}

/// The areas of the site: first pieces of paths. Any other piece is somebody's invention and is counted as one, so that
/// nobody can make the counters grow.
const AREAS: &[&str] = &[
    "",
    "account",
    "api",
    "assets",
    "brand",
    "calendar",
    "charter",
    "graphql",
    "guest",
    "health",
    "how-people-get-in",
    "invite",
    "join",
    "language",
    "launch",
    "launched",
    "listings",
    "me",
    "media",
    "members",
    "messages",
    "notifications",
    "operator",
    "owner",
    "privacy",
    "requests",
    "sign-in",
    "sign-out",
    "steward",
    "stop",
    "vouching",
    "waiting",
];

fn area(path: &str) -> &'static str {
    let first = path.split('/').nth(1).unwrap_or_default();
    AREAS.iter().find(|area| **area == first).copied().unwrap_or("other")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_an_address_with_a_secret_only_its_area_is_written_down() {
        assert_eq!(area("/calendar/feed/k3v8mzq1t6w4p9r2s5x7y2a4b6.ics"), "calendar");
        assert_eq!(area("/stop/k3v8mzq1t6w4p9r2s5x7y2a4b6"), "stop");
        assert_eq!(area("/k3v8mzq1t6w4p9r2s5x7y2a4b6"), "other");
    }

    #[test]
    fn nobody_invents_an_area() {
        assert_eq!(area("/listings/7"), "listings");
        assert_eq!(area("/"), "");
        assert_eq!(area("/wp-login.php"), "other");
        assert_eq!(area(""), "");
    }
}
