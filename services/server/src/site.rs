//! The doors under one roof, and what every request passes on its way to them.

mod compress;
pub mod log;
pub mod turns;

use crate::{
    guests::{self, Guests},
    identify::{Identify, Memory},
    metrics::Traffic,
    settings::Public,
};
use community::HostName;
use database::Db;
use pictures::Studio;
use places::Streets;
use poem::{
    Endpoint, EndpointExt, Request, Response, Result,
    endpoint::BoxEndpoint,
    http::StatusCode,
    middleware::{AddData, CatchPanic},
};
use std::{net::IpAddr, sync::Arc, time::Duration};
use tokio::sync::watch;
use turns::InTurn;
use web::{
    headers::SecurityHeaders,
    origin::{Exception, SameOrigin},
    spawned::Spawned,
};

/// Nobody waits longer for an answer; a WebSocket has answered once it is open.
const PATIENCE: Duration = Duration::from_secs(30);

/// What a site behaves like; tests and production differ here and nowhere else.
#[derive(Clone, Debug)]
pub struct SiteOptions {
    /// How it is reached from outside.
    pub public: Public,
    /// The platform's own host.
    pub host: HostName,
    /// Whom anybody may become by a click: the people of the demo communities, and only where `maillon run` says so.
    pub guests: Guests,
    /// The one neighbour whose word about clients' addresses is taken.
    pub proxy: Option<IpAddr>,
    /// What takes pictures in.
    pub studio: Studio,
    /// Whose pictures the map shows, if any.
    pub backdrop: web::tiles::Backdrop,
    /// Where streets are looked up that members type.
    pub streets: Streets,
    /// Counts what is answered.
    pub traffic: Traffic,
    /// How long what is asked at every request is remembered.
    pub memory: Memory,
    /// Requests of one community that are worked on at once ([`turns::at_once`]).
    pub at_once: usize,
    /// Turns true when the process is about to end. The site holds it for as long as a socket is open.
    pub ending: watch::Receiver<bool>,
}

/// Everything that answers requests. Boxed, so that it is compiled here and not again in every binary that serves it.
pub fn site(db: &Db, options: &SiteOptions) -> BoxEndpoint<'static, Response> {
    let scheme = if options.public.scheme == "https" { "https" } else { "http" };
    let api = api::Api::new(db.clone(), api::ApiSettings { base_host: options.host.clone() });
    let doors = Doors::new(db, options, scheme, api.mount())
        .with(InTurn { at_once: options.at_once })
        .with(Spawned)
        .with(SameOrigin::new(scheme, EXCEPTIONS))
        .with(Identify::new(db.clone(), &options.public, options.proxy, options.memory));
    let answering = Roof { health: api.mount(), doors }
        .with(AddData::new(db.clone()))
        .with(CatchPanic::new())
        .around(in_time)
        .with(SecurityHeaders);
    log::Watched { inner: compress::Smaller(answering), traffic: options.traffic.clone() }.boxed()
}

/// Who asks whether we live addresses a machine, not a community.
struct Roof<D> {
    health: api::Mount,
    doors: D,
}

impl<D: Endpoint<Output = Response>> Endpoint for Roof<D> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        if request.uri().path().starts_with("/health/") {
            self.health.call(request).await
        } else {
            self.doors.call(request).await
        }
    }
}

/// The doors by the beginning of their paths. Not a router: each door has its own, which wants the whole path.
struct Doors {
    graphql: BoxEndpoint<'static, Response>,
    socket: BoxEndpoint<'static, Response>,
    api: api::Mount,
    guests: Guests,
    web: BoxEndpoint<'static, Response>,
}

impl Doors {
    fn new(db: &Db, options: &SiteOptions, scheme: &str, api: api::Mount) -> Self {
        let door = graphql_door(db, scheme, options);
        let outside = community::Outside {
            scheme: options.public.scheme.clone(),
            port: options.public.port,
            host: options.host.to_string(),
        };
        Self {
            graphql: door.http(),
            socket: door.socket(),
            api,
            guests: options.guests.clone(),
            web: web::routes::routes(
                outside,
                options.studio.clone(),
                options.backdrop.clone(),
                options.streets.clone(),
            ),
        }
    }
}

impl Endpoint for Doors {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        match request.uri().path() {
            "/graphql" => self.graphql.call(request).await,
            "/graphql/ws" => self.socket.call(request).await,
            path if path.starts_with("/api/") => self.api.call(request).await,
            path if path.starts_with(guests::PATH) && self.guests.are_welcome() => {
                Ok(self.guests.answer(&request).await)
            }
            _ => self.web.call(request).await,
        }
    }
}

/// Where a write may come from elsewhere: GraphQL looks at origins itself, because programs without cookies may use it;
/// the one-click stop of letters and the relay's reports come from machines.
const EXCEPTIONS: [Exception; 4] = [
    Exception::Always("/graphql"),
    Exception::Always("/api/stop"),
    Exception::Always("/api/bounces"),
    Exception::WithToken("/api"),
];

fn graphql_door(db: &Db, scheme: &str, options: &SiteOptions) -> graphql::Door {
    let settings = graphql::DoorSettings {
        scheme: scheme.to_owned(),
        session_cookie: web::cookies::SESSION.to_owned(),
        browser_cookie: web::cookies::BROWSER.to_owned(),
        device_cookie: web::cookies::DEVICE.to_owned(),
        base_host: options.host.clone(),
        port: options.public.port,
        streets: options.streets.clone(),
        ending: options.ending.clone(),
    };
    graphql::Door::new(db.clone(), settings)
}

async fn in_time<E: Endpoint<Output = Response>>(next: Arc<E>, request: Request) -> Result<Response> {
    match tokio::time::timeout(PATIENCE, next.call(request)).await {
        Ok(answer) => answer,
        Err(_) => Ok(Response::builder().status(StatusCode::SERVICE_UNAVAILABLE).header("retry-after", "5").finish()),
    }
}
