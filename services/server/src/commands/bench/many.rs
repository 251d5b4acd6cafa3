//! `maillon bench load` and `maillon bench noisy`: many people at once, on private servers that are removed afterwards.

use super::{on_servers_of_its_own, own, rounded, show};
use crate::{
    bench::many::{Load as Carried, Noise, Town},
    ground::Failure,
    memory,
    settings::Settings,
};
use clap::Args;
use serde_json::json;
use std::time::Duration;

/// How many there are, and how often they ask.
#[derive(Args, Debug)]
pub(super) struct Load {
    /// Communities.
    #[arg(long, default_value_t = 100)]
    communities: u32,
    /// Members in all.
    #[arg(long, default_value_t = 100_000)]
    members: u32,
    /// Listings in all.
    #[arg(long, default_value_t = 200_000)]
    listings: u32,
    /// Requests a second.
    #[arg(long, default_value_t = 500)]
    rate: u32,
    /// Seconds.
    #[arg(long, default_value_t = 60)]
    seconds: u64,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

/// How often the quiet community asks; the loud one asks a hundred times as often.
#[derive(Args, Debug)]
pub(super) struct Noisy {
    /// Requests a second of the quiet community.
    #[arg(long, default_value_t = 5)]
    rate: u32,
    /// Seconds of each of the two measurements.
    #[arg(long, default_value_t = 60)]
    seconds: u64,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

impl Load {
    pub(super) async fn run(self, settings: &Settings) -> Result<(), Failure> {
        let communities = self.communities.max(1);
        let town = Town {
            communities,
            members: self.members / communities,
            listings: self.listings / communities,
            rate: self.rate.max(1),
            lasting: Duration::from_secs(self.seconds.max(1)),
        };
        let own = own(settings, "load");
        let Carried { per_second, median, p99, errors, slope } =
            on_servers_of_its_own(&own, async |ground| town.load(ground, &own).await).await?;
        show(
            self.json,
            &json!({
                "communities": self.communities,
                "members": self.members,
                "asked_rps": self.rate,
                "rps": rounded(per_second, 10.0),
                "p50_ms": milliseconds(median),
                "p99_ms": milliseconds(p99),
                "errors": errors,
                "rss_slope_mib_per_min": rounded(slope, 100.0),
                "rss_mib": memory::peak_mib(),
            }),
        )
    }
}

impl Noisy {
    pub(super) async fn run(self, settings: &Settings) -> Result<(), Failure> {
        let lasting = Duration::from_secs(self.seconds.max(1));
        let town = Town { communities: 2, members: 1_000, listings: 2_000, rate: self.rate.max(1), lasting };
        let own = own(settings, "noisy");
        let Noise { alone, beside, loud, errors } =
            on_servers_of_its_own(&own, async |ground| town.noise(ground, &own).await).await?;
        show(
            self.json,
            &json!({
                "quiet_rps": self.rate,
                "loud_rps": loud,
                "p99_alone_ms": milliseconds(alone),
                "p99_beside_ms": milliseconds(beside),
                "p99_ratio": rounded(beside.as_secs_f64() / alone.as_secs_f64(), 100.0),
                "errors": errors,
            }),
        )
    }
}

fn milliseconds(time: Duration) -> f64 {
    rounded(time.as_secs_f64() * 1_000.0, 10.0)
}
