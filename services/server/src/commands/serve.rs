//! `maillon serve`: answers requests until told to stop, then finishes those it has accepted.

use super::doctor;
use crate::{
    descriptors,
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
use tokio::sync::watch;

/// How long accepted requests may still take (bar D10).
const DRAIN: Duration = Duration::from_secs(25);

/// How long open sockets have to say goodbye (bar D10); most need a moment, some have nobody left to hear it.
const FAREWELL: Duration = Duration::from_secs(2);

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
    descriptors::take_all();
    let (end, ending) = watch::channel(false);
    let options = SiteOptions {
        public: settings.public(),
        host: settings.host.clone(),
        guests,
        proxy: settings.proxy,
        studio: settings.studio()?,
        backdrop: settings.backdrop()?,
        streets: settings.streets()?,
        traffic: Traffic::default(),
        memory: Memory::SERVED,
        at_once: turns::at_once(settings.connections),
        ending,
    };
    let listener = TcpListener::bind((settings.bind.to_string(), settings.port));
    let stop = async {
        stop.await;
        end.send_replace(true);
    };
    let site = site(&ground.db, &options);
    let traffic = options.traffic.clone();
    drop(options);
    let serving = Server::new(listener).run_with_graceful_shutdown(site, stop, Some(DRAIN));
    let served = tokio::select! {
        served = serving => served.map_err(|error| format!("port {}: {error}", settings.port).into()),
        failure = metrics::beside(&ground.db, settings, &traffic) => Err(failure),
    };
    // Once nobody listens to it any more, every socket has said goodbye.
    let _in_time = tokio::time::timeout(FAREWELL, end.closed()).await;
    served
}
