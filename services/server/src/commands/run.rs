//! `maillon run`: the whole platform in one process tree, with whatever it needs brought along. For trying it and for
//! developing; a machine that people rely on runs `serve` and `work`.

use super::{serve::serve, work::runner};
use crate::{
    ground::{Failure, Ground},
    guests::Guests,
    say,
    seed::{self, address_of},
    settings::Settings,
    shutdown,
    sink::{Inbox, Sink, inbox},
};
use kernel::{Caller, CommunityId, Language};
use poem::{Server, listener::TcpListener};
use tokio::sync::watch;

/// Who runs a copy that is only being tried.
const OPERATOR: &str = "operator@example.test";

pub(super) async fn run(settings: &Settings) -> Result<(), Failure> {
    let ground = Ground::prepare(settings).await?;
    let ran = everything(&ground, settings).await;
    ground.leave().await?;
    ran
}

async fn everything(ground: &Ground, settings: &Settings) -> Result<(), Failure> {
    ground.migrate(settings).await?;
    ground.open_platform(settings).await?;
    seed::fill(ground, settings).await?;
    membership::operator::appoint(
        &ground.db,
        &Caller::house(CommunityId::PLATFORM),
        &OPERATOR.parse()?,
        Language::default(),
    )
    .await?;
    let sink = match settings.smtp_url {
        Some(_) => None,
        None => Some(Sink::start_in("127.0.0.1:0", settings.data.join("inbox")).await?),
    };
    let relay = settings.smtp_url.as_ref().map(|url| url.reveal().to_owned()).or_else(|| sink.as_ref().map(Sink::url));
    let runner = runner(ground, settings, &relay.unwrap_or_default())?;
    let (stop, stopped) = watch::channel(false);
    let guests = introduce(settings, sink.is_some())?;
    let letters = sink.as_ref().map(|sink| sink.inbox().clone());
    let working = tokio::spawn({
        let stopped = stopped.clone();
        async move { runner.run(stopped).await }
    });
    let reading = tokio::spawn(show_inbox(letters, settings.inbox_port, told(stopped.clone())));
    let serving = async {
        let served = serve(ground, settings, guests, told_or_asked(stopped)).await;
        // Whether asked to or by its own fault: when it ends, everything does.
        let _nobody_left = stop.send(true);
        served
    };
    let served = serving.await;
    working.await?;
    reading.await??;
    served
}

async fn show_inbox(letters: Option<Inbox>, port: u16, stop: impl Future<Output = ()>) -> Result<(), Failure> {
    let Some(letters) = letters else { return Ok(()) };
    let server = Server::new(TcpListener::bind(("127.0.0.1", port)));
    let shown = server.run_with_graceful_shutdown(inbox(letters), stop, Some(std::time::Duration::from_secs(1)));
    shown.await.map_err(|error| format!("port {port}: {error}").into())
}

async fn told(mut stopped: watch::Receiver<bool>) {
    // The other end gone means the same.
    let _gone = stopped.wait_for(|stop| *stop).await;
}

async fn told_or_asked(stopped: watch::Receiver<bool>) {
    tokio::select! {
        () = told(stopped) => (),
        () = shutdown::asked() => (),
    }
}

/// Prints where everything is, and lets the people of the demo communities be tried on.
fn introduce(settings: &Settings, has_inbox: bool) -> Result<Guests, Failure> {
    let public = settings.public();
    let port = public.port.map_or_else(String::new, |port| format!(":{port}"));
    let at = |host: &str| format!("{}://{host}{port}", public.scheme);
    let mut guests = Guests::default();
    let platform = at(settings.host.as_str());
    say::line(format_args!("\n  Platform     {platform}"));
    say::line(format_args!("    operator   {platform}{}", guests.add(OPERATOR.parse()?)));
    if has_inbox {
        say::line(format_args!("  Inbox        http://localhost:{}", settings.inbox_port));
    }
    for cast in seed::casts()? {
        let home = at(&format!("{}.{}", cast.slug, settings.host));
        say::line(format_args!("\n  {}   {home}", cast.name));
        say::line(format_args!("    visitor    {home}/"));
        for (what, name) in cast.faces() {
            let path = guests.add(address_of(name)?);
            say::line(format_args!("    {what:<10} {home}{path}   ({name})"));
        }
    }
    say::line("\n  Ctrl-C stops everything.\n");
    Ok(guests)
}
