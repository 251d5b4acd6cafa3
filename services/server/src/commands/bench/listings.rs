//! `maillon bench listings`: what lists, searches and kept searches cost among a million listings, on private servers that are removed
//! afterwards.

use super::{on_servers_of_its_own, own, rounded, show};
use crate::{
    bench::{
        listings::{Size, Town},
        matching::measure,
    },
    ground::Failure,
    settings::Settings,
};
use clap::Args;
use exchange::matching::labelled::{Part, figures};
use serde_json::{Map, Value};

/// How much there is, and how often is asked.
#[expect(clippy::struct_field_names, reason = "each is the name of an option")]
#[derive(Args, Debug)]
pub(super) struct Listings {
    /// Open listings of the large community.
    #[arg(long, default_value_t = 1_000_000)]
    listings: u32,
    /// Small communities beside it.
    #[arg(long, default_value_t = 200)]
    communities: u32,
    /// Searches that are kept in the large one.
    #[arg(long, default_value_t = 100_000)]
    searches: u32,
    /// How often each question is asked.
    #[arg(long, default_value_t = 500)]
    questions: usize,
    /// Open listings of labelled texts among which counterparts are looked for; none leaves that out.
    #[arg(long, default_value_t = 100_000)]
    matching: u32,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

impl Listings {
    pub(super) async fn run(self, settings: &Settings) -> Result<(), Failure> {
        let own_settings = own(settings, "listings");
        let size = Size {
            listings: self.listings,
            communities: self.communities,
            searches: self.searches,
            questions: self.questions,
        };
        let costs = on_servers_of_its_own(&own_settings, async |ground| {
            Town::fill(ground, &own_settings, size).await?.measure().await
        })
        .await?;
        let mut report = Map::new();
        let mut say = |name: String, value: Value| report.insert(name, value);
        for (name, count) in
            [("listings", self.listings), ("communities", self.communities), ("searches", self.searches)]
        {
            say(name.to_owned(), count.into());
        }
        for (name, cost) in costs {
            say(format!("{name}_p50_ms"), rounded(cost.p50_ms, 100.0).into());
            say(format!("{name}_p99_ms"), rounded(cost.p99_ms, 100.0).into());
            say(format!("{name}_rows_read"), cost.rows_read.into());
            say(format!("{name}_seq_scans"), cost.seq_scans.into());
        }
        if self.matching > 0 {
            let own = own(settings, "matching");
            let sought = on_servers_of_its_own(&own, async |ground| measure(ground, &own, self.matching).await).await?;
            say("matching_listings".to_owned(), self.matching.into());
            say("matching_p50_ms".to_owned(), rounded(sought.p50_ms, 100.0).into());
            say("matching_p99_ms".to_owned(), rounded(sought.p99_ms, 100.0).into());
        }
        let judged = figures(Part::Judge);
        say("matching_precision_at_5".to_owned(), rounded(judged.precision_at_5, 1_000.0).into());
        say("matching_recall".to_owned(), rounded(judged.recall, 1_000.0).into());
        show(self.json, &Value::Object(report))
    }
}
