//! Who is asking, and in which community: from the host and the session, never from a header, argument or body
//! (rule 2 of the architecture).
//!
//! Every door finds in the request's extensions a [`kernel::Caller`], the community's face, and, when somebody has
//! signed in, the [`kernel::SessionId`] and the [`web::visit::Person`]. An unknown host reaches no door and is told no community's name.

mod client;
mod denied;
mod faces;
mod host;
mod language;
mod moment;
mod sessions;

use crate::{settings::Public, site::log::COMMUNITY};
use database::Db;
use denied::Denied;
use faces::Faces;
use kernel::{Caller, Language};
use phrases::Words;
use poem::{Endpoint, IntoResponse, Middleware, Request, Response, Result, http::StatusCode};
use sessions::{Sessions, Visiting};
use std::{net::IpAddr, sync::Arc, time::Duration};
use web::visit::Person;

/// How long what is asked at every request is remembered in this process.
#[derive(Clone, Copy, Debug)]
pub struct Memory {
    /// A community's public face.
    pub faces: Duration,
    /// Whom a session belongs to, for requests that only read. Bar A6 allows a second.
    pub sessions: Duration,
}

impl Memory {
    /// Nothing is remembered: for tests, which change things and look at once.
    pub const NONE: Self = Self { faces: Duration::ZERO, sessions: Duration::ZERO };
    /// In a served site.
    pub const SERVED: Self = Self { faces: Duration::from_secs(2), sessions: Duration::from_millis(500) };
}

/// Stands before all doors and says who comes in.
#[derive(Clone)]
pub struct Identify {
    db: Db,
    faces: Arc<Faces>,
    sessions: Arc<Sessions>,
    port: u16,
    proxy: Option<IpAddr>,
}

impl Identify {
    /// `proxy`: the one neighbour whose word about clients' addresses is taken.
    pub fn new(db: Db, public: &Public, proxy: Option<IpAddr>, memory: Memory) -> Self {
        let usual = if public.scheme == "https" { 443 } else { 80 };
        let (faces, sessions) = (Faces::new(memory.faces), Sessions::new(memory.sessions));
        Self { db, faces: Arc::new(faces), sessions: Arc::new(sessions), port: public.port.unwrap_or(usual), proxy }
    }

    async fn identify(&self, request: &mut Request) -> Result<Option<Visiting>, StatusCode> {
        let host = host::of(request, self.port).ok_or(StatusCode::MISDIRECTED_REQUEST)?;
        let face = self.faces.of(&self.db, &host).await.map_err(|error| unavailable(&error))?;
        let face = face.ok_or(StatusCode::MISDIRECTED_REQUEST)?;
        tracing::Span::current().record(COMMUNITY, tracing::field::display(face.id));
        let hint = language::wished(request, &face.languages);
        let known = self.sessions.of(&self.db, request, face.id, hint).await.map_err(|error| unavailable(&error))?;
        let visitor = Caller::anonymous(face.id, hint).from_client(client::of(request, self.proxy));
        let (caller, visiting) = match known {
            Some((known, visiting)) => {
                request.extensions_mut().insert(visiting.presented());
                request.extensions_mut().insert(known.session);
                request.extensions_mut().insert(Person { name: known.name, town: known.town });
                let language = language::settle(request, known.caller.language, &face.languages);
                // A notebook of its own, whoever was remembered.
                let caller = Caller { language, ..known.caller }.in_the_request_of(&visitor);
                (caller, Some(visiting))
            }
            None => (visitor, None),
        };
        request.extensions_mut().insert(Words::new(caller.language, face.timezone));
        request.extensions_mut().insert(web::visit::brand_of(&face));
        request.extensions_mut().insert(caller);
        request.extensions_mut().insert(face);
        Ok(visiting)
    }
}

/// Without the database nobody can be told apart from anybody: try again in a moment.
fn unavailable(error: &impl std::error::Error) -> StatusCode {
    tracing::error!(%error, "who is asking could not be found out");
    StatusCode::SERVICE_UNAVAILABLE
}

impl<E: Endpoint> Middleware<E> for Identify {
    type Output = Identified<E>;

    fn transform(&self, inner: E) -> Self::Output {
        Identified { identify: self.clone(), inner }
    }
}

/// Doors behind [`Identify`].
pub struct Identified<E> {
    identify: Identify,
    inner: E,
}

impl<E: Endpoint> Endpoint for Identified<E> {
    type Output = Response;

    async fn call(&self, mut request: Request) -> Result<Response> {
        match self.identify.identify(&mut request).await {
            Ok(visiting) => {
                let denied =
                    request.extensions().get::<Caller>().map(|caller| Denied::watched(&self.identify.db, caller));
                let answer = self.inner.call(request).await.map(IntoResponse::into_response);
                if let Some(denied) = denied {
                    denied.write().await;
                }
                if let Some(visiting) = visiting {
                    self.identify.sessions.after(visiting);
                }
                answer
            }
            Err(status) => {
                let busy = status == StatusCode::SERVICE_UNAVAILABLE;
                let words = Words::new(language::wished(&request, &Language::ALL), chrono_tz::UTC);
                let told = words.t(if busy { "refusal-away" } else { "common-error-no-host" });
                let answer = told.with_status(status).into_response();
                Ok(if busy { answer.with_header("retry-after", "5").into_response() } else { answer })
            }
        }
    }
}
