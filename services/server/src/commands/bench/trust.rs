//! `maillon bench trust`: the engine on a community grown by rule, and the same community in a private database of its own.

use super::own;
use crate::{
    bench::{
        people,
        trust::{Pure, Stored, Town, stored},
    },
    ground::{Failure, Ground},
    memory, say,
    settings::Settings,
};
use clap::Args;
use serde::Serialize;

/// How great a community, and how to print.
#[derive(Args, Debug)]
pub(super) struct Trust {
    /// Members of the community.
    #[arg(long, default_value_t = 350_000)]
    members: u32,
    /// Sponsors each of them came in by.
    #[arg(long, default_value_t = 3)]
    sponsors: u32,
    /// Only the engine, no database.
    #[arg(long)]
    pure: bool,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

/// What was seen.
#[derive(Debug, Serialize)]
struct Report {
    #[serde(flatten)]
    pure: Pure,
    #[serde(flatten)]
    stored: Option<Stored>,
    rss_mib: u64,
}

impl Trust {
    pub(super) async fn run(self, settings: &Settings) -> Result<(), Failure> {
        if cfg!(debug_assertions) {
            say::complain("not built for speed: the times say little (cargo build --release)");
        }
        let town = Town::grow(self.members, self.sponsors.max(1));
        let pure = town.measure()?;
        let stored = if self.pure { None } else { Some(self.store(settings, &town).await?) };
        self.show(&Report { pure, stored, rss_mib: memory::peak_mib() })
    }

    async fn store(&self, settings: &Settings, town: &Town) -> Result<Stored, Failure> {
        let own = own(settings, "trust");
        let ground = Ground::prepare(&own).await?;
        let measured = Self::measure(&ground, &own, town).await;
        ground.leave().await?;
        std::fs::remove_dir_all(&own.data)?;
        measured
    }

    async fn measure(ground: &Ground, settings: &Settings, town: &Town) -> Result<Stored, Failure> {
        ground.migrate(settings).await?;
        ground.open_platform(settings).await?;
        let community = people::launch(ground, settings, "grown", "owner@example.test").await?;
        stored(ground, community, town).await
    }

    fn show(&self, report: &Report) -> Result<(), Failure> {
        let report = serde_json::to_value(report)?;
        let Some(lines) = report.as_object().filter(|_| !self.json) else {
            say::line(serde_json::to_string_pretty(&report)?);
            return Ok(());
        };
        for (name, value) in lines {
            say::line(format_args!("{name:<32} {value}"));
        }
        Ok(())
    }
}
