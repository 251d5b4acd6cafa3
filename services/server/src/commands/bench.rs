//! `maillon bench`: what things cost, measured on this machine.

mod census;
mod listings;
mod many;
mod matching;
mod reads;
mod sockets;
mod trust;

use crate::{
    ground::{Failure, Ground},
    say,
    settings::Settings,
};
use clap::{Args, Subcommand};
use serde_json::Value;

/// What can be measured.
#[derive(Args, Debug)]
pub(super) struct Bench {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    /// The newest listings by query and by page, beside the database alone.
    Reads(reads::Reads),
    /// Everybody of many communities at once, at a steady rate.
    Load(many::Load),
    /// What one loud community costs a quiet one.
    Noisy(many::Noisy),
    /// A real web of trust brought in, a newcomer vouched for and admitted, and everybody's weekly letter sent.
    Census(census::Census),
    /// How well offers and requests find each other, on pairs labelled by hand.
    Matching(matching::Matching),
    /// Lists, searches and kept searches among a million listings, as the database's working role.
    Listings(listings::Listings),
    /// The trust engine on a community grown by rule, and the same community in a private database.
    Trust(trust::Trust),
    /// Many open pages: what each costs, and how soon all hear what all are told.
    Sockets(sockets::Sockets),
    #[command(hide = true)]
    Listen(sockets::Listen),
}

impl Bench {
    pub(super) async fn run(self, settings: &Settings) -> Result<(), Failure> {
        match self.what {
            What::Reads(reads) => reads.run(settings).await,
            What::Load(load) => load.run(settings).await,
            What::Noisy(noisy) => noisy.run(settings).await,
            What::Census(census) => census.run(settings).await,
            What::Matching(matching) => matching.run(settings).await,
            What::Listings(listings) => listings.run(settings).await,
            What::Trust(trust) => trust.run(settings).await,
            What::Sockets(sockets) => sockets.run(settings).await,
            What::Listen(listen) => listen.run().await,
        }
    }
}

fn rounded(value: f64, steps: f64) -> f64 {
    (value * steps).round() / steps
}

/// A report as JSON, or a figure a line.
fn show(as_json: bool, report: &Value) -> Result<(), Failure> {
    if cfg!(debug_assertions) {
        say::complain("not built for speed: the figures say little (cargo build --release)");
    }
    let Some(lines) = report.as_object().filter(|_| !as_json) else {
        say::line(serde_json::to_string_pretty(report)?);
        return Ok(());
    };
    for (name, value) in lines {
        say::line(format_args!("{name:<32} {value}"));
    }
    Ok(())
}

/// Does `work` on private servers, which are stopped and removed afterwards, whatever came of it.
async fn on_servers_of_its_own<T>(
    own: &Settings,
    work: impl AsyncFnOnce(&Ground) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let ground = Ground::prepare(own).await?;
    let done = work(&ground).await;
    ground.leave().await?;
    std::fs::remove_dir_all(&own.data)?;
    done
}

/// The same settings with private servers in a folder of their own, see [`on_servers_of_its_own`].
fn own(settings: &Settings, name: &str) -> Settings {
    Settings {
        data: std::env::temp_dir().join(format!("maillon-{name}-{}", std::process::id())),
        database_url: None,
        app_url: None,
        platform_url: None,
        secret_file: None,
        redis_url: None,
        smtp_url: None,
        secret: None,
        ..settings.clone()
    }
}
