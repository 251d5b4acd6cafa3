//! `maillon bench doors`: a table of what the doors cost, on the first demo community.

use crate::{
    bench::{self, Line},
    ground::{Failure, Ground},
    guests::Guests,
    say,
    seed::{self, address_of},
    settings::Settings,
    site::SiteOptions,
};
use clap::Args;
use kernel::{Caller, Language, SignInId};
use membership::{redeem::RedeemLink, sign_in::AskSignIn};
use std::time::Duration;

/// How long to measure.
#[derive(Args, Debug)]
pub(super) struct Doors {
    /// Seconds for each line of the table.
    #[arg(long, default_value_t = 5)]
    seconds: u64,
}

impl Doors {
    pub(super) async fn run(self, settings: &Settings) -> Result<(), Failure> {
        let ground = Ground::prepare(settings).await?;
        let measured = self.measure(&ground, settings).await;
        ground.leave().await?;
        show(&measured?);
        Ok(())
    }

    async fn measure(&self, ground: &Ground, settings: &Settings) -> Result<Vec<Line>, Failure> {
        ground.migrate(settings).await?;
        ground.open_platform(settings).await?;
        seed::fill(ground, settings).await?;
        let casts = seed::casts()?;
        let cast = casts.first().ok_or("no demo community")?;
        let somebody = cast.members.last().ok_or("nobody there")?;
        let host = format!("{}.{}", cast.slug, settings.host);
        let session = sign_in(ground, &host, &somebody.name).await?;
        let options = SiteOptions {
            public: settings.public(),
            host: settings.host.clone(),
            guests: Guests::default(),
            faces_last: Duration::from_secs(2),
        };
        let lasting = Duration::from_secs(self.seconds.max(1));
        bench::measure(&ground.db, options, &host, &session, &ground.addresses.app_url, lasting).await
    }
}

async fn sign_in(ground: &Ground, host: &str, name: &str) -> Result<String, Failure> {
    let community = community::by_host(&ground.db, host).await?.ok_or("the demo community is not there")?;
    let visitor = Caller::anonymous(community, Language::Fr);
    let (id, browser) = (SignInId(ground.db.entropy().id()), ground.db.entropy().token());
    let ask = AskSignIn {
        id,
        email: address_of(name)?,
        browser: browser.clone(),
        return_to: "/".to_owned(),
        host: host.to_owned(),
        language: Language::Fr,
    };
    membership::sign_in::ask(&ground.db, &visitor, ask).await?;
    let letter = membership::sign_in::letter(&ground.db, &Caller::house(community), id).await?;
    let token = letter.ok_or("this address has had its letters for this hour")?.link_token;
    let cmd = RedeemLink { token, browser, user_agent: "bench".to_owned() };
    Ok(membership::redeem::redeem_link(&ground.db, &visitor, cmd).await?.session_token)
}

fn show(lines: &[Line]) {
    let base = lines.first().map_or(1.0, |line| line.figures.per_second);
    if cfg!(debug_assertions) {
        say::line("not built for speed: the ratios say nothing (cargo build --release)");
    }
    say::line(format_args!(
        "{:<30} {:>10} {:>8} {:>10} {:>10}",
        "newest 20 listings", "per second", "ratio", "median ms", "p99 ms"
    ));
    for Line { what, figures } in lines {
        let p99 = figures.p99.map_or_else(|| "-".to_owned(), |time| format!("{:.1}", time.as_secs_f64() * 1_000.0));
        let median = figures.median.as_secs_f64() * 1_000.0;
        say::line(format_args!(
            "{what:<30} {:>10.0} {:>8.2} {median:>10.1} {p99:>10}",
            figures.per_second,
            figures.per_second / base
        ));
    }
}
