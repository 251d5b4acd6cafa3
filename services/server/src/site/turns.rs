//! The requests of a community take turns: some are worked on, the others stand in line, whoever came first goes first. So a
//! loud community takes neither every connection to the database nor all of the processors from a quiet one (bar C6).
//!
//! A turn lasts as long as the work: a write whose client has gone away keeps its own ([`web::spawned`] stands outside).

use kernel::{Caller, CommunityId};
use poem::{Endpoint, IntoResponse, Middleware, Request, Response, Result, http::StatusCode, http::header};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    thread::available_parallelism,
};
use tokio::sync::{Semaphore, SemaphorePermit};

/// The fewest at once: somebody who waits for a lock must not hold up everybody else.
const FEWEST: usize = 8;

/// Requests of one community that may stand in line. Whoever comes later is told to come again: they would not be answered
/// in time.
const LINE: usize = 500;

/// Forms with files of one community that are read at once. They stand in a line of their own: what comes slowly from a telephone, or waits for
/// a picture to be drawn, keeps nobody from reading a page.
const WITH_FILES: usize = 6;

/// How many requests of one community are worked on at once: enough to keep every processor busy, and never more than half
/// of the `connections` to the database.
pub fn at_once(connections: u32) -> usize {
    let busy = 4 * available_parallelism().map_or(1, usize::from);
    let half = usize::try_from(connections / 2).unwrap_or(usize::MAX);
    busy.min(half).max(FEWEST)
}

/// Lets the requests of each community take turns.
#[derive(Debug, Clone, Copy)]
pub(super) struct InTurn {
    pub(super) at_once: usize,
}

impl<E: Endpoint> Middleware<E> for InTurn {
    type Output = Turns<E>;

    fn transform(&self, inner: E) -> Self::Output {
        Turns { inner, at_once: self.at_once, lines: Mutex::default() }
    }
}

/// An endpoint behind [`InTurn`].
pub(super) struct Turns<E> {
    inner: E,
    at_once: usize,
    /// By community, and whether files come along.
    lines: Mutex<HashMap<(CommunityId, bool), Arc<Line>>>,
}

impl<E> Turns<E> {
    fn line(&self, community: CommunityId, files: bool) -> Arc<Line> {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        let at_once = if files { WITH_FILES } else { self.at_once };
        let line = || Line { turns: Semaphore::new(at_once), places: Semaphore::new(at_once + LINE) };
        Arc::clone(lines.entry((community, files)).or_insert_with(|| Arc::new(line())))
    }
}

impl<E: Endpoint> Endpoint for Turns<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let Some(community) = request.extensions().get::<Caller>().map(|caller| caller.community) else {
            return self.inner.call(request).await.map(IntoResponse::into_response);
        };
        let line = self.line(community, brings_files(&request));
        let Some(_turn) = line.turn().await else {
            return Ok(Response::builder().status(StatusCode::SERVICE_UNAVAILABLE).header("retry-after", "5").finish());
        };
        self.inner.call(request).await.map(IntoResponse::into_response)
    }
}

fn brings_files(request: &Request) -> bool {
    request.header(header::CONTENT_TYPE).is_some_and(|kind| kind.starts_with("multipart/form-data"))
}

/// The requests of one community.
#[derive(Debug)]
struct Line {
    /// One for each that is worked on.
    turns: Semaphore,
    /// One for each that is worked on or waits.
    places: Semaphore,
}

impl Line {
    /// Waits for a turn; nothing when the line is too long. Who gives up leaves their place.
    async fn turn(&self) -> Option<(SemaphorePermit<'_>, SemaphorePermit<'_>)> {
        let place = self.places.try_acquire().ok()?;
        let turn = self.turns.acquire().await.ok()?;
        Some((turn, place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt as _;
    use poem::{EndpointExt as _, endpoint::make};
    use tokio::sync::Notify;
    use uuid::Uuid;

    fn from(community: u128) -> Request {
        let mut request = Request::builder().finish();
        let caller = Caller::anonymous(CommunityId(Uuid::from_u128(community)), kernel::Language::Fr);
        request.extensions_mut().insert(caller);
        request
    }

    #[tokio::test]
    async fn c6_a_loud_community_waits_for_its_own_turn_and_a_quiet_one_does_not() {
        let go = Arc::new(Notify::new());
        let wait = Arc::clone(&go);
        let turns = make(move |request: Request| {
            let (wait, loud) = (Arc::clone(&wait), request.header("loud").is_some());
            async move {
                if loud {
                    wait.notified().await;
                }
            }
        })
        .with(InTurn { at_once: 2 });
        let loud = || {
            let mut request = from(1);
            request.headers_mut().insert("loud", "yes".parse().unwrap());
            request
        };
        let mut first = Box::pin(turns.call(loud()));
        let mut second = Box::pin(turns.call(loud()));
        assert!((&mut first).now_or_never().is_none() && (&mut second).now_or_never().is_none());
        let mut third = Box::pin(turns.call(from(1)));
        assert!((&mut third).now_or_never().is_none(), "two of this community are worked on");
        assert_eq!(
            turns.call(from(2)).await.unwrap().status(),
            StatusCode::OK,
            "another community has turns of its own"
        );
        drop(second);
        assert_eq!(third.await.unwrap().status(), StatusCode::OK, "who gives up leaves the turn to the next");
        go.notify_one();
        assert_eq!(first.await.unwrap().status(), StatusCode::OK);
    }

    #[tokio::test]
    async fn c6_u2_forms_with_files_stand_in_a_line_of_their_own() {
        let turns = make(|request: Request| async move {
            if brings_files(&request) {
                futures_util::future::pending::<()>().await;
            }
        })
        .with(InTurn { at_once: 1 });
        let sent = || {
            let mut request = from(1);
            let kind = "multipart/form-data; boundary=x".parse().unwrap();
            request.headers_mut().insert(header::CONTENT_TYPE, kind);
            request
        };
        let mut sending: Vec<_> = (0..=WITH_FILES).map(|_| Box::pin(turns.call(sent()))).collect();
        assert!(sending.iter_mut().all(|call| call.now_or_never().is_none()));
        assert_eq!(turns.call(from(1)).await.unwrap().status(), StatusCode::OK, "whoever reads a page does not wait");
    }

    #[tokio::test]
    async fn c6_a_line_has_an_end() {
        let turns = make(|_| futures_util::future::pending::<()>()).with(InTurn { at_once: 1 });
        let mut waiting: Vec<_> = (0..=LINE).map(|_| Box::pin(turns.call(from(1)))).collect();
        assert!(waiting.iter_mut().all(|call| call.now_or_never().is_none()));
        let late = turns.call(from(1)).await.unwrap();
        assert_eq!(late.status(), StatusCode::SERVICE_UNAVAILABLE);
        waiting.pop();
        assert!(turns.call(from(1)).now_or_never().is_none(), "there is a place again");
    }

    #[test]
    fn never_more_than_half_of_the_connections_and_never_too_few() {
        assert_eq!(at_once(2), FEWEST);
        assert!(at_once(40) <= 20);
    }
}
