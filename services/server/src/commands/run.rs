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
use clap::Args;
use kernel::{Caller, CommunityId, EmailAddress, Language};
use poem::{Server, listener::TcpListener};
use tokio::sync::watch;

/// What to try it with.
#[derive(Args, Clone, Copy, Debug, Default)]
pub(super) struct Run {
    /// Let anybody who reaches it become one of the demo people by a click, even where others may reach it or its database and
    /// relay are not its own.
    #[arg(long)]
    guests: bool,
    /// Write the demo communities, even into a database that is not its own.
    #[arg(long)]
    demo: bool,
}

impl Run {
    pub(super) async fn run(self, settings: &Settings) -> Result<(), Failure> {
        let ground = Ground::prepare(settings).await?;
        let ran = everything(&ground, settings, self.asked(settings)).await;
        ground.leave().await?;
        ran
    }

    /// What a trial brings along by itself, and anything else only when asked.
    fn asked(self, settings: &Settings) -> Self {
        let trial = settings.is_a_trial();
        Self { guests: self.guests || trial, demo: self.demo || trial }
    }
}

async fn everything(ground: &Ground, settings: &Settings, with: Run) -> Result<(), Failure> {
    ground.keep_up(settings).await?;
    ground.open_platform(settings).await?;
    if with.demo {
        furnish(ground, settings).await?;
    }
    let sink = match settings.smtp_url {
        Some(_) => None,
        None => Some(Sink::start_in("127.0.0.1:0", settings.data.join("inbox")).await?),
    };
    let relay = settings.smtp_url.as_ref().map(|url| url.reveal().to_owned()).or_else(|| sink.as_ref().map(Sink::url));
    let runner = runner(ground, settings, &relay.unwrap_or_default())?;
    let (stop, stopped) = watch::channel(false);
    let guests = introduce(settings, with, sink.is_some())?;
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

/// The demo communities, and an operator with a made-up address.
async fn furnish(ground: &Ground, settings: &Settings) -> Result<(), Failure> {
    seed::fill(ground, settings).await?;
    let house = Caller::house(CommunityId::PLATFORM);
    membership::operator::appoint(&ground.db, &house, &seed::OPERATOR.parse()?, Language::default()).await?;
    seed::hand_out_keys(ground).await
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

/// Prints where everything is, and lets the people of the demo communities be tried on where that was asked for.
fn introduce(settings: &Settings, with: Run, has_inbox: bool) -> Result<Guests, Failure> {
    let public = settings.public();
    let port = public.port.map_or_else(String::new, |port| format!(":{port}"));
    let at = |host: &str| format!("{}://{host}{port}", public.scheme);
    let mut guests = Guests::default();
    let platform = at(settings.host.as_str());
    say::line(format_args!("\n  Platform     {platform}"));
    if with.guests {
        say::line(format_args!("    operator   {platform}{}", office(&mut guests, with, seed::OPERATOR.parse()?)));
    }
    if has_inbox {
        say::line(format_args!("  Inbox        http://localhost:{}", settings.inbox_port));
    }
    if with.demo {
        say::line(format_args!(
            "  Second key   {}   (of stewards, owners and the operator: add it to a code app, or look at their page)",
            seed::DEMO_KEY
        ));
    }
    if !with.guests {
        say::line("  Nobody signs in without a letter here (--guests lets anybody be one of the demo people).");
    }
    for cast in seed::casts()?.into_iter().filter(|_| with.demo) {
        let home = at(&format!("{}.{}", cast.slug, settings.host));
        say::line(format_args!("\n  {}   {home}", cast.name));
        say::line(format_args!("    visitor    {home}/"));
        for (what, name) in cast.faces().into_iter().filter(|_| with.guests) {
            let holds = ["steward", "owner"].contains(&what);
            let address = address_of(name)?;
            let path = if holds { office(&mut guests, with, address) } else { guests.add(address) };
            say::line(format_args!("    {what:<10} {home}{path}   ({name})"));
        }
    }
    say::line("\n  Ctrl-C stops everything.\n");
    Ok(guests)
}

/// Adds somebody with an office: in the demo their second key is known.
fn office(guests: &mut Guests, with: Run, email: EmailAddress) -> String {
    if with.demo { guests.add_with_key(email, seed::DEMO_KEY) } else { guests.add(email) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Alone {
        #[command(flatten)]
        settings: Settings,
        #[command(flatten)]
        run: Run,
    }

    fn asked(arguments: &[&str]) -> (bool, bool) {
        let Alone { settings, run } = Alone::parse_from([&["maillon"], arguments].concat());
        let Run { guests, demo } = run.asked(&settings);
        (guests, demo)
    }

    #[test]
    fn d14_nobody_gets_in_without_a_letter_where_others_could_be_there() {
        assert_eq!(asked(&[]), (true, true));
        let reachable: &[&[&str]] = &[
            &["--bind", "0.0.0.0"],
            &["--database-url", "postgres://owner@db/maillon"],
            &[
                "--app-url",
                "postgres://maillon_app@db/maillon",
                "--platform-url",
                "postgres://maillon_platform@db/maillon",
            ],
            &["--smtp-url", "smtp://localhost"],
            &["--public", "https"],
        ];
        for arguments in reachable {
            assert_eq!(asked(arguments), (false, false), "{arguments:?}");
            assert_eq!(asked(&[*arguments, &["--guests"]].concat()), (true, false), "{arguments:?}");
            assert_eq!(asked(&[*arguments, &["--demo"]].concat()), (false, true), "{arguments:?}");
        }
    }
}
