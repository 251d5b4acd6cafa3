//! `GET /graphql/ws`: subscriptions, by the protocol `graphql-transport-ws`.
//!
//! Origin and session are looked at before the upgrade, and the sessions of all sockets again every few seconds ([`watch`]): a
//! socket does not outlive its own (A6). Everything a socket may take is bounded: operations, message size, buffers, the time until it says hello and
//! the time it may keep us waiting.

mod line;
mod slots;
mod watch;

use crate::{Door, answer::only, http::origin, http::reply, limits};
use kernel::{Caller, SessionId};
use line::Line;
use poem::{
    Endpoint, FromRequest as _, IntoResponse as _, Request, Response, Result,
    http::{StatusCode, header},
    web::websocket::{WebSocket, WebSocketConfig},
};
pub(crate) use slots::Sockets;
use std::time::Duration;
use tracing::Instrument as _;
pub(crate) use watch::Watch;

/// The only protocol spoken.
const PROTOCOL: &str = "graphql-transport-ws";

/// How long a socket waits for what; [`limits`] except in tests.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Patience {
    /// Until the client must have said hello.
    pub init: Duration,
    /// Between two looks at the session.
    pub session: Duration,
    /// Between two signs of life.
    pub keepalive: Duration,
    /// While the client does not read what it is sent.
    pub send: Duration,
    /// After goodbye, until it is heard.
    pub farewell: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            init: limits::SOCKET_INIT,
            session: limits::SOCKET_SESSION,
            keepalive: limits::SOCKET_KEEPALIVE,
            send: limits::SOCKET_SEND,
            farewell: limits::SOCKET_FAREWELL,
        }
    }
}

/// The endpoint of subscriptions.
#[derive(Clone)]
pub struct Socket(pub(crate) Door);

impl Endpoint for Socket {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let (caller, session) = match self.admit(&request) {
            Ok(known) => known,
            Err(refused) => return Ok(*refused),
        };
        let Some(place) = caller.account().and_then(|account| self.0.sockets.take(caller.community, account)) else {
            return Ok(reply(StatusCode::TOO_MANY_REQUESTS, &only("TOO_MANY", "too many open sockets")));
        };
        let (request, mut body) = request.split();
        let socket = WebSocket::from_request(&request, &mut body).await?;
        let line = Line::new(self.0.clone(), caller, session);
        // The server goes on with it in a task of its own, which knows nothing of this request.
        let span = tracing::Span::current();
        let upgraded = socket.config(config()).protocols([PROTOCOL]).on_upgrade(move |stream| async move {
            line.serve(stream).instrument(span).await;
            drop(place);
        });
        Ok(upgraded.into_response())
    }
}

impl Socket {
    fn admit(&self, request: &Request) -> Result<(Caller, SessionId), Box<Response>> {
        if !origin::admits(request, &self.0.settings.scheme, origin::Without::Nothing) {
            return refused(StatusCode::FORBIDDEN, "FOREIGN_ORIGIN", "this came from another site");
        }
        let known = request.extensions().get::<Caller>().cloned().zip(request.extensions().get::<SessionId>().copied());
        let Some((caller, session)) = known.filter(|(caller, _)| caller.account().is_some()) else {
            return refused(StatusCode::UNAUTHORIZED, "SIGN_IN", "subscriptions need a session");
        };
        let offered = request.header(header::SEC_WEBSOCKET_PROTOCOL).unwrap_or_default();
        if !offered.split(',').any(|protocol| protocol.trim() == PROTOCOL) {
            return refused(StatusCode::BAD_REQUEST, "OTHER_PROTOCOL", PROTOCOL);
        }
        Ok((caller, session))
    }
}

fn refused<T>(status: StatusCode, code: &str, why: &str) -> Result<T, Box<Response>> {
    Err(Box::new(reply(status, &only(code, why))))
}

fn config() -> WebSocketConfig {
    WebSocketConfig::default()
        .read_buffer_size(limits::SOCKET_BUFFER_BYTES)
        .write_buffer_size(limits::SOCKET_BUFFER_BYTES)
        .max_write_buffer_size(limits::SOCKET_MESSAGE_BYTES)
        .max_message_size(Some(limits::SOCKET_MESSAGE_BYTES))
        .max_frame_size(Some(limits::SOCKET_MESSAGE_BYTES))
}

#[cfg(test)]
mod tests;
