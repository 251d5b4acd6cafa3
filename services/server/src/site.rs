//! The doors under one roof, and what every request passes on its way to them.

mod log;

use crate::{guests::{self, Guests}, identify::Identify, settings::Public};
use community::HostName;
use database::Db;
use poem::{
    Endpoint, EndpointExt, Response, Route, get,
    http::StatusCode,
    middleware::{AddData, CatchPanic},
};
use std::{sync::Arc, time::Duration};
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
    /// How long a community's public face may be remembered; zero in tests, which change it and look at once.
    pub faces_last: Duration,
}

/// Everything that answers requests.
pub fn site(db: &Db, options: &SiteOptions) -> impl Endpoint<Output = Response> + use<> {
    let outside = web::visit::Site {
        scheme: options.public.scheme.clone(),
        port: options.public.port,
        host: options.host.to_string(),
    };
    let scheme = if options.public.scheme == "https" { "https" } else { "http" };
    let api = api::Api::new(db.clone(), api::ApiSettings { base_host: options.host.clone() });
    let door = graphql_door(db, scheme, &options.host);
    let doors = Route::new()
        .at("/graphql", door.http())
        .at("/graphql/ws", door.socket())
        .nest_no_strip("/api", api.mount())
        .at("/guest/:name", get(guests::enter).data(options.guests.clone()))
        .nest("/", web::routes::routes(outside))
        .with(Spawned)
        .with(SameOrigin::new(scheme, EXCEPTIONS))
        .with(Identify::new(db.clone(), &options.public, options.faces_last));
    Route::new()
        // Who asks whether we live addresses a machine, not a community.
        .nest_no_strip("/health", api.mount())
        .nest("/", doors)
        .with(AddData::new(db.clone()))
        .with(CatchPanic::new())
        .around(in_time)
        .with(SecurityHeaders)
        .around(log::one_line)
}

/// Where a write may come from elsewhere: GraphQL looks at origins itself, because programs without cookies may use it;
/// the one-click stop of letters and the relay's reports come from machines.
const EXCEPTIONS: [Exception; 4] = [
    Exception::Always("/graphql"),
    Exception::Always("/api/stop"),
    Exception::Always("/api/bounces"),
    Exception::WithToken("/api"),
];

fn graphql_door(db: &Db, scheme: &str, host: &HostName) -> graphql::Door {
    let settings = graphql::DoorSettings {
        scheme: scheme.to_owned(),
        session_cookie: web::cookies::SESSION.to_owned(),
        browser_cookie: web::cookies::BROWSER.to_owned(),
        base_host: host.clone(),
    };
    graphql::Door::new(db.clone(), settings)
}

async fn in_time<E: Endpoint<Output = Response>>(next: Arc<E>, request: poem::Request) -> poem::Result<Response> {
    match tokio::time::timeout(PATIENCE, next.call(request)).await {
        Ok(answer) => answer,
        Err(_) => Ok(Response::builder().status(StatusCode::SERVICE_UNAVAILABLE).header("retry-after", "5").finish()),
    }
}
