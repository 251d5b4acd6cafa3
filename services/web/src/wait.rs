//! When to try again: `Retry-After` on every answer that says "too often" (bar A9) or "not just now".
//!
//! A form that is refused is drawn again by its own page, which knows nothing of headers. So the form notes the seconds in a slip
//! that came with its request, and [`crate::dress`] reads the slip once the page is there.

use kernel::Refusal;
use poem::http::{HeaderValue, StatusCode, header};
use poem::{Request, Response};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// Where a refusal does not say: the smallest wait that is worth a try.
const OTHERWISE: u32 = 60;

/// One request's slip.
#[derive(Debug, Clone, Default)]
pub(crate) struct Slip(Arc<AtomicU32>);

impl Slip {
    /// Lays a fresh slip into the request.
    pub(crate) fn lay(request: &mut Request) -> Self {
        let slip = Self::default();
        request.extensions_mut().insert(slip.clone());
        slip
    }

    /// The request's slip.
    pub(crate) fn of(request: &Request) -> Self {
        request.extensions().get::<Self>().cloned().unwrap_or_default()
    }

    /// Notes what a refusal says.
    pub(crate) fn note(&self, refusal: &Refusal) {
        if let Some(seconds) = refusal.wait {
            self.0.store(seconds, Ordering::Relaxed);
        }
    }

    /// Says on the answer when to try again, if it is to be tried again.
    pub(crate) fn tell(&self, answer: &mut Response) {
        if !matches!(answer.status(), StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE) {
            return;
        }
        let noted = self.0.load(Ordering::Relaxed);
        let seconds = if noted == 0 { OTHERWISE } else { noted };
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
}
