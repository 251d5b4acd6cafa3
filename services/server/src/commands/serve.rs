//! `maillon serve`: answers requests until told to stop, then finishes those it has accepted.

use super::doctor;
use crate::{
    ground::{Failure, Ground},
    guests::Guests,
    identify::Memory,
    metrics::{self, Traffic},
    say,
    settings::Settings,
    shutdown,
    site::{SiteOptions, site, turns},
};
use poem::{Server, listener::TcpListener};
use std::{future::Future, time::Duration};

/// How long accepted requests may still take (bar D10).
const DRAIN: Duration = Duration::from_secs(25);

pub(super) async fn run(settings: &Settings) -> Result<(), Failure> {
    let ground = Ground::prepare(settings).await?;
    doctor::refuse_unsafe_start(&ground, settings).await?;
    ground.open_platform(settings).await?;
    say::line(format_args!("answering on http://{}:{}", settings.bind, settings.port));
    let served = serve(&ground, settings, Guests::default(), shutdown::asked()).await;
    ground.leave().await?;
    served
}

/// Serves until `stop` is ready and everything accepted is answered.
pub(super) async fn serve(
    ground: &Ground,
    settings: &Settings,
    guests: Guests,
    stop: impl Future<Output = ()>,
) -> Result<(), Failure> {
    let options = SiteOptions {
        public: settings.public(),
        host: settings.host.clone(),
        guests,
        proxy: settings.proxy,
        traffic: Traffic::default(),
        memory: Memory::SERVED,
        at_once: turns::at_once(settings.connections),
    };
    let listener = TcpListener::bind((settings.bind.to_string(), settings.port));
    let serving = Server::new(listener).run_with_graceful_shutdown(site(&ground.db, &options), stop, Some(DRAIN));
    tokio::select! {
        served = serving => served.map_err(|error| format!("port {}: {error}", settings.port).into()),
        failure = metrics::beside(&ground.db, settings, &options.traffic) => Err(failure),
    }
}
