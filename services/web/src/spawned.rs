//! Writes run in a task of their own: a client that goes away cannot cut one in half.
//!
//! Dropping a request's future in the middle of a transaction would leave the transaction to be rolled back at some
//! later time, after the person may have been told otherwise. A spawned task runs to its end whoever listens.

use crate::origin::is_safe;
use poem::http::StatusCode;
use poem::{Endpoint, IntoResponse, Middleware, Request, Response, Result};
use std::sync::Arc;
use tracing::Instrument as _;

/// Runs unsafe methods in a task of their own.
#[derive(Debug, Clone, Copy)]
pub struct Spawned;

impl<E: Endpoint + 'static> Middleware<E> for Spawned {
    type Output = InTask<E>;

    fn transform(&self, inner: E) -> Self::Output {
        InTask { inner: Arc::new(inner) }
    }
}

/// An endpoint behind [`Spawned`].
pub struct InTask<E> {
    inner: Arc<E>,
}

impl<E: Endpoint + 'static> Endpoint for InTask<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        if is_safe(request.method()) {
            return self.inner.call(request).await.map(IntoResponse::into_response);
        }
        let inner = Arc::clone(&self.inner);
        let work = async move { inner.call(request).await.map(IntoResponse::into_response) };
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
    async fn a_write_that_panics_answers_as_a_fault() {
        let endpoint = make(|_| async { panic!("on purpose") as () }).with(Spawned);
        let error = endpoint.call(Request::builder().method(Method::POST).finish()).await.unwrap_err();
        assert_eq!(error.status(), StatusCode::INTERNAL_SERVER_ERROR);
    }
}
