//! `maillon bench reads`: a query and a page beside the database alone, over many communities, on private servers that
//! are removed afterwards.

use super::{on_servers_of_its_own, own, rounded, show};
use crate::{
    bench::{
        Reads as Measured, Served,
        crowd::{self, Each},
        people, psql,
    },
    ground::{Failure, Ground},
    memory,
    settings::Settings,
};
use clap::Args;
use serde_json::json;
use std::time::Duration;

/// Members of each community.
const MEMBERS: u32 = 50;

/// How much there is, and how long to measure.
#[derive(Args, Debug)]
pub(super) struct Reads {
    /// Communities.
    #[arg(long, default_value_t = 200)]
    communities: u32,
    /// Listings in all.
    #[arg(long, default_value_t = 400_000)]
    listings: u32,
    /// Seconds for each measurement.
    #[arg(long, default_value_t = 8)]
    seconds: u64,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

impl Reads {
    pub(super) async fn run(self, settings: &Settings) -> Result<(), Failure> {
        let own = own(settings, "reads");
        // The server counts statements only when it was told before it started.
        let ground = Ground::prepare(&own).await?;
        psql::count_statements_from_the_next_start(ground.owner()?)?;
        ground.leave().await?;
        let measured = on_servers_of_its_own(&own, async |ground| self.measure(ground, &own).await).await?;
        self.show(&measured)
    }

    async fn measure(&self, ground: &Ground, settings: &Settings) -> Result<Measured, Failure> {
        let communities = self.communities.max(1);
        let each = Each { members: MEMBERS, listings: self.listings / communities };
        crowd::settle(ground, settings, communities, each).await?;
        let slug = crowd::slug(communities / 2);
        let host = format!("{slug}.{}", settings.host);
        let community = community::by_host(&ground.db, &host).await?.ok_or("the community is not there")?;
        let session = people::session(&ground.db, community, &host, &format!("{slug}-7@example.test")).await?;
        let served = Served::open(ground, settings, &host, &session).await?;
        served.measure(Duration::from_secs(self.seconds.max(1))).await
    }

    fn show(&self, reads: &Measured) -> Result<(), Failure> {
        let Measured { pgbench, graphql, page, statements } = reads;
        let milliseconds = |time: Option<Duration>| time.map(|time| rounded(time.as_secs_f64() * 1_000.0, 10.0));
        let report = json!({
            "communities": self.communities,
            "listings": self.listings,
            "pgbench_rps": pgbench.per_second.round(),
            "graphql_rps": graphql.per_second.round(),
            "graphql_p99_ms": milliseconds(graphql.p99),
            "page_rps": page.per_second.round(),
            "page_p99_ms": milliseconds(page.p99),
            "graphql_over_pgbench": rounded(graphql.per_second / pgbench.per_second, 1_000.0),
            "page_over_pgbench": rounded(page.per_second / pgbench.per_second, 1_000.0),
            "sql_statements_per_graphql_read": rounded(*statements, 100.0),
            "rss_mib": memory::peak_mib(),
        });
        show(self.json, &report)
    }
}
