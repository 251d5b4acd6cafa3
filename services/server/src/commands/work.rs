//! `maillon work`: does the jobs until told to stop, then lets what runs finish.

use super::doctor;
use crate::{
    ground::{Failure, Ground},
    metrics::{self, Traffic},
    say,
    settings::Settings,
    shutdown,
};
use tokio::sync::watch;
use workers::{
    context::{Context, Mail, Outside},
    mail::post::Relay,
    runner::Runner,
};

pub(super) async fn run(settings: &Settings) -> Result<(), Failure> {
    let relay = settings.smtp_url.as_ref().ok_or("SMTP_URL is not set: letters have nowhere to go")?;
    let ground = Ground::prepare(settings).await?;
    doctor::refuse_unsafe_start(&ground, settings).await?;
    let runner = runner(&ground, settings, relay.reveal())?;
    let (stop, stopped) = watch::channel(false);
    tokio::spawn(async move {
        shutdown::asked().await;
        stop.send(true)
    });
    say::line("doing the jobs");
    let traffic = Traffic::default();
    tokio::select! {
        () = runner.run(stopped) => {}
        // Nothing is answered here, but the queue is worth a look from both sides.
        failure = metrics::beside(&ground.db, settings, &traffic) => return Err(failure),
    }
    ground.leave().await
}

/// What does the jobs, with letters leaving over `relay`.
pub(super) fn runner(ground: &Ground, settings: &Settings, relay: &str) -> Result<Runner, Failure> {
    let relay: Relay = relay.parse()?;
    let public = settings.public();
    let context = Context::new(
        ground.db.clone(),
        Mail::new(settings.mail_domain(), relay, settings.dkim()?),
        Outside { scheme: public.scheme, port: public.port, host: settings.host.to_string() },
    );
    let context = context.keeping_records_in(settings.data.clone()).keeping_pictures_on(settings.shelf()?);
    Ok(Runner::new(context))
}
