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

pub use faces::Faces;

use crate::{settings::Public, site::log::COMMUNITY};
use database::Db;
use denied::Denied;
use kernel::{Caller, Language};
use phrases::Words;
use poem::{Endpoint, IntoResponse, Middleware, Request, Response, Result, http::StatusCode};
use std::{net::IpAddr, sync::Arc, time::Duration};
use web::visit::Person;

/// Stands before all doors and says who comes in.
#[derive(Clone)]
pub struct Identify {
    db: Db,
    faces: Arc<Faces>,
    port: u16,
    proxy: Option<IpAddr>,
}

impl Identify {
    /// `proxy`: the one neighbour whose word about clients' addresses is taken. `faces_last`: how long a community's public face
    /// may be remembered.
    pub fn new(db: Db, public: &Public, proxy: Option<IpAddr>, faces_last: Duration) -> Self {
        let usual = if public.scheme == "https" { 443 } else { 80 };
        Self { db, faces: Arc::new(Faces::new(faces_last)), port: public.port.unwrap_or(usual), proxy }
    }

    async fn identify(&self, request: &mut Request) -> Result<(), StatusCode> {
        let host = host::of(request, self.port).ok_or(StatusCode::MISDIRECTED_REQUEST)?;
        let face = self.faces.of(&self.db, &host).await.map_err(|error| unavailable(&error))?;
        let face = face.ok_or(StatusCode::MISDIRECTED_REQUEST)?;
        tracing::Span::current().record(COMMUNITY, tracing::field::display(face.id));
        let hint = language::wished(request, &face.languages);
        let token = web::cookies::read(request, web::cookies::SESSION);
        let known = match token {
            Some(token) => membership::session::identify(&self.db, face.id, &token, hint)
                .await
                .map_err(|error| unavailable(&error))?,
            None => None,
        };
        let caller = match known {
            Some(known) => {
                request.extensions_mut().insert(known.session);
                request.extensions_mut().insert(Person { name: known.name, town: known.town });
                let language = language::settle(request, known.caller.language, &face.languages);
                Caller { language, ..known.caller }
            }
            None => Caller::anonymous(face.id, hint),
        };
        let caller = caller.from_client(client::of(request, self.proxy));
        request.extensions_mut().insert(Words::new(caller.language, face.timezone));
        request.extensions_mut().insert(web::visit::brand_of(&face));
        request.extensions_mut().insert(caller);
        request.extensions_mut().insert(face);
        Ok(())
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
            Ok(()) => {
                let denied =
                    request.extensions().get::<Caller>().map(|caller| Denied::watched(&self.identify.db, caller));
                let answer = self.inner.call(request).await.map(IntoResponse::into_response);
                if let Some(denied) = denied {
                    denied.write().await;
                }
                answer
            }
            Err(status) => {
                let busy = status == StatusCode::SERVICE_UNAVAILABLE;
                let words = Words::new(language::wished(&request, &Language::ALL), chrono_tz::UTC);
                let told = words.t(if busy { "common-error-busy" } else { "common-error-no-host" });
                let answer = told.with_status(status).into_response();
                Ok(if busy { answer.with_header("retry-after", "5").into_response() } else { answer })
            }
        }
    }
}
