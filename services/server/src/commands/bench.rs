//! `maillon bench`: what things cost, measured on this machine.

mod census;
mod many;
mod reads;
mod trust;

use crate::{ground::Failure, settings::Settings};
use clap::{Args, Subcommand};

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
    /// The trust engine on a community grown by rule, and the same community in a private database.
    Trust(trust::Trust),
}

impl Bench {
    pub(super) async fn run(self, settings: &Settings) -> Result<(), Failure> {
        match self.what {
            What::Reads(reads) => reads.run(settings).await,
            What::Load(load) => load.run(settings).await,
            What::Noisy(noisy) => noisy.run(settings).await,
            What::Census(census) => census.run(settings).await,
            What::Trust(trust) => trust.run(settings).await,
        }
    }
}

fn rounded(value: f64, steps: f64) -> f64 {
    (value * steps).round() / steps
}

/// The same settings with private servers in a folder of their own, which whoever measures removes afterwards.
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
