//! `maillon bench trust`: the engine on a community grown by rule, and the same community in a private database of its own.

use super::{on_servers_of_its_own, own, show};
use crate::{
    bench::{
        people,
        trust::{Pure, Stored, Town, stored},
    },
    ground::{Failure, Ground},
    memory,
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
        let town = Town::grow(self.members, self.sponsors.max(1));
        let pure = town.measure()?;
        let stored = if self.pure { None } else { Some(Self::store(settings, &town).await?) };
        show(self.json, &serde_json::to_value(Report { pure, stored, rss_mib: memory::peak_mib() })?)
    }

    async fn store(settings: &Settings, town: &Town) -> Result<Stored, Failure> {
        let own = own(settings, "trust");
        on_servers_of_its_own(&own, async |ground| Self::measure(ground, &own, town).await).await
    }

    async fn measure(ground: &Ground, settings: &Settings, town: &Town) -> Result<Stored, Failure> {
        ground.migrate(settings).await?;
        ground.open_platform(settings).await?;
        let community = people::launch(ground, settings, "grown", "owner@example.test").await?;
        stored(ground, community, town).await
    }
}
