//! The door as the server mounts it.

mod methods;

use crate::{
    bounces::BouncesApi, figures::FiguresApi, health::HealthApi, import::ImportApi, launch::LaunchApi, status::Refused,
    stop::StopApi,
};
use community::HostName;
use database::Db;
use kernel::Caller;
use methods::Methods;
use poem::{
    Endpoint, EndpointExt as _, Error, IntoEndpoint as _, IntoResponse, Request, Response, Result, Route,
    endpoint::{BoxEndpoint, make_sync},
    error::ReadBodyError,
    http::{StatusCode, header},
};
use poem_openapi::OpenApiService;
use std::sync::Arc;

/// What the server knows and this door must be told.
#[derive(Debug, Clone)]
pub struct ApiSettings {
    /// The installation's own domain: communities live below it.
    pub base_host: HostName,
}

/// The REST door.
#[derive(Clone)]
pub struct Api {
    operations: Mount,
    document: Arc<str>,
}

/// Bytes of a body; a full batch of an import fits.
const MOST_BYTES: usize = 2 * 1024 * 1024;

/// Everything of this door under its full paths. Mount it without stripping, under `/api` and `/health`.
#[derive(Clone)]
pub struct Mount {
    operations: Arc<BoxEndpoint<'static, Response>>,
    methods: Arc<Methods>,
}

impl Endpoint for Mount {
    type Output = Response;

    /// Whatever is refused, the answer is one that the document knows.
    async fn call(&self, request: Request) -> Result<Response> {
        let (caller, path) = (request.data::<Caller>().cloned(), request.uri().path().to_owned());
        let error = match self.answered(request).await {
            Ok(answer) => return Ok(answer),
            Err(error) => error,
        };
        if error.status() == StatusCode::METHOD_NOT_ALLOWED {
            let allowed = self.methods.of(&path);
            return Ok(StatusCode::METHOD_NOT_ALLOWED.with_header(header::ALLOW, allowed).into_response());
        }
        Refused::before(caller.as_ref(), error).map(IntoResponse::into_response)
    }
}

impl Mount {
    async fn answered(&self, mut request: Request) -> Result<Response> {
        match request.take_body().into_bytes_limit(MOST_BYTES).await {
            Ok(bytes) => request.set_body(bytes),
            Err(ReadBodyError::PayloadTooLarge) => return Err(Error::from_status(StatusCode::PAYLOAD_TOO_LARGE)),
            Err(_) => return Err(Error::from_status(StatusCode::BAD_REQUEST)),
        }
        self.operations.call(request).await
    }
}

impl Api {
    /// Builds the door once.
    pub fn new(db: Db, settings: ApiSettings) -> Self {
        let doors = (HealthApi, LaunchApi, ImportApi, StopApi, BouncesApi, FiguresApi);
        let service = OpenApiService::new(doors, "Maillon", env!("CARGO_PKG_VERSION")).description(
            "Health, launch, import, stop of letters, bounces, operator's figures. Everything else is GraphQL.",
        );
        let document: Arc<str> = service.spec().into();
        let text = Arc::clone(&document);
        let shown = make_sync(move |_| (*text).to_owned().with_content_type("application/json").into_response());
        let routes = Route::new().at("/api/openapi.json", shown).nest_no_strip("/", service.data(db).data(settings));
        let operations = Arc::new(routes.into_endpoint().map_to_response().boxed());
        let methods = Arc::new(Methods::of_document(&document));
        Self { operations: Mount { operations, methods }, document }
    }

    /// The operations and their document, under their full paths.
    pub fn mount(&self) -> Mount {
        self.operations.clone()
    }

    /// The OpenAPI document, as `/api/openapi.json` shows it.
    pub fn document(&self) -> &str {
        &self.document
    }
}

#[cfg(test)]
mod tests;
