//! `maillon bench sockets`: many open pages at once, on private servers that are removed afterwards.

use super::{on_servers_of_its_own, own, rounded, show};
use crate::{
    bench::{
        listeners,
        sockets::{Audience, Sockets as Held},
    },
    ground::Failure,
    settings::Settings,
};
use clap::Args;
use serde_json::json;
use std::{net::SocketAddr, time::Duration};

/// How many have how many pages open.
#[derive(Args, Debug)]
pub(super) struct Sockets {
    /// Members of one community.
    #[arg(long, default_value_t = 2_000)]
    people: u32,
    /// Sockets of each; nobody may have more than five.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=5))]
    each: u32,
    /// Seconds in which nothing is said.
    #[arg(long, default_value_t = 30)]
    seconds: u64,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

/// The other ends of `maillon bench sockets`, which starts it.
#[derive(Args, Debug)]
pub(super) struct Listen {
    /// Where the site answers.
    #[arg(long)]
    address: SocketAddr,
}

impl Sockets {
    pub(super) async fn run(self, settings: &Settings) -> Result<(), Failure> {
        let quiet = Duration::from_secs(self.seconds.max(1));
        let audience = Audience { people: self.people.max(1), each: self.each, quiet };
        let own = own(settings, "sockets");
        let held = on_servers_of_its_own(&own, async |ground| audience.measure(ground, &own).await).await?;
        show(self.json, &report(&held))
    }
}

impl Listen {
    pub(super) async fn run(self) -> Result<(), Failure> {
        listeners::listen(self.address).await
    }
}

#[expect(clippy::cast_precision_loss, reason = "figures for people to read")]
fn report(held: &Held) -> serde_json::Value {
    let mebibytes = |bytes: u64| rounded(bytes as f64 / 1_048_576.0, 10.0);
    json!({
        "open": held.open,
        "told": held.told,
        "kib_each": rounded(held.each() as f64 / 1_024.0, 10.0),
        "rss_mib_before": mebibytes(held.before),
        "rss_mib": mebibytes(held.with),
        "rss_mib_after": mebibytes(held.after),
        "idle_core_percent": rounded(held.idle * 100.0, 10.0),
        "told_p99_ms": rounded(held.p99.as_secs_f64() * 1_000.0, 1.0),
        "told_last_ms": rounded(held.last.as_secs_f64() * 1_000.0, 1.0),
    })
}
