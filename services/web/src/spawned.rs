//! Writes run in a task of their own: a client that goes away cannot cut one in half.
//!
//! Dropping a request's future in the middle of a transaction would leave the transaction to be rolled back at some
//! later time, after the person may have been told otherwise. A spawned task runs to its end whoever listens; only where
//! the database has long said nothing more is it given up, with its connection (bar D8).

use crate::origin::is_safe;
use poem::http::StatusCode;
use poem::{Endpoint, IntoResponse, Middleware, Request, Response, Result};
use std::{sync::Arc, time::Duration};
use tokio::time::timeout;
use tracing::Instrument as _;

/// No write takes so long, a statement being ended by the server after seconds: what does is waiting for somebody who is gone.
pub(crate) const LONGEST: Duration = Duration::from_secs(20);

/// Runs unsafe methods in a task of their own.
#[derive(Debug, Clone, Copy)]
pub struct Spawned;

impl<E: Endpoint + 'static> Middleware<E> for Spawned {
    type Output = InTask<E>;

    fn transform(&self, inner: E) -> Self::Output {
        InTask { inner: Arc::new(inner), longest: LONGEST }
    }
}

/// An endpoint behind [`Spawned`].
pub struct InTask<E> {
    inner: Arc<E>,
    longest: Duration,
}

impl<E: Endpoint + 'static> Endpoint for InTask<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        if is_safe(request.method()) {
            return self.inner.call(request).await.map(IntoResponse::into_response);
        }
        let (inner, longest) = (Arc::clone(&self.inner), self.longest);
        let work = async move {
            match timeout(longest, inner.call(request)).await {
                Ok(answer) => answer.map(IntoResponse::into_response),
                Err(_) => Err(poem::Error::from_status(StatusCode::SERVICE_UNAVAILABLE)),
            }
        };
        tokio::spawn(work.in_current_span()).await.unwrap_or_else(|error| {
            tracing::error!(%error, "a write ended without an answer");
            Err(poem::Error::from_status(StatusCode::INTERNAL_SERVER_ERROR))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use poem::{EndpointExt as _, endpoint::make, http::Method};
    use std::sync::atomic::{AtomicBool, Ordering};
    use tokio::sync::oneshot;

    #[tokio::test]
    async fn a_write_goes_on_when_its_client_is_gone() {
        let done = Arc::new(AtomicBool::new(false));
        let (go, wait) = oneshot::channel::<()>();
        let (finished, end) = oneshot::channel::<()>();
        let pieces = Arc::new(std::sync::Mutex::new(Some((wait, finished))));
        let flag = Arc::clone(&done);
        let endpoint = make(move |_| {
            let (flag, pieces) = (Arc::clone(&flag), pieces.lock().unwrap().take());
            async move {
                let (wait, finished) = pieces.unwrap();
                wait.await.unwrap();
                flag.store(true, Ordering::SeqCst);
                finished.send(()).unwrap();
            }
        })
        .with(Spawned);
        let call = endpoint.call(Request::builder().method(Method::POST).finish());
        // The first poll starts the write; then the client hangs up.
        assert!(futures_util::FutureExt::now_or_never(call).is_none());
        go.send(()).unwrap();
        end.await.unwrap();
        assert!(done.load(Ordering::SeqCst));
    }

    #[tokio::test]
    async fn d8_a_write_that_never_ends_is_given_up_with_what_it_holds() {
        let held = Arc::new(());
        let holding = Arc::clone(&held);
        let inner = Arc::new(make(move |_| {
            let holding = Arc::clone(&holding);
            async move {
                std::future::pending::<()>().await;
                drop(holding);
            }
        }));
        let endpoint = InTask { inner, longest: Duration::from_millis(20) };
        let error = endpoint.call(Request::builder().method(Method::POST).finish()).await.unwrap_err();
        assert_eq!(error.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(Arc::strong_count(&held), 2, "only the endpoint's own is left");
    }

    #[tokio::test]
    async fn a_write_that_panics_answers_as_a_fault() {
        let endpoint = make(|_| async { panic!("on purpose") as () }).with(Spawned);
        let error = endpoint.call(Request::builder().method(Method::POST).finish()).await.unwrap_err();
        assert_eq!(error.status(), StatusCode::INTERNAL_SERVER_ERROR);
    }
}
