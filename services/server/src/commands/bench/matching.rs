//! `maillon bench matching`: how well offers and requests find each other, on pairs labelled by hand, and what it costs.

use super::{on_servers_of_its_own, own, rounded, show};
use crate::{bench::matching::measure, ground::Failure, say, settings::Settings};
use clap::Args;
use exchange::matching::labelled::{Part, figures, told};
use serde_json::{Map, Value};

/// How often what is told helps, and how much of what would help is told; with listings, what one search among them costs.
#[derive(Args, Debug)]
pub(super) struct Matching {
    /// The pairs that the table of concepts was made with, each with what is told and what is missed.
    #[arg(long)]
    tuning: bool,
    /// Open listings of one community, on a private server, among which searches are timed; none needs no server.
    #[arg(long, default_value_t = 0)]
    listings: u32,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

impl Matching {
    pub(super) async fn run(self, settings: &Settings) -> Result<(), Failure> {
        if self.tuning {
            say::line(told(Part::Tune));
        }
        let mut report = judged();
        if self.listings > 0 {
            let own = own(settings, "matching");
            let sought = on_servers_of_its_own(&own, async |ground| measure(ground, &own, self.listings).await).await?;
            let costs = [
                ("listings", f64::from(self.listings)),
                ("matching_p50_ms", rounded(sought.p50_ms, 100.0)),
                ("matching_p99_ms", rounded(sought.p99_ms, 100.0)),
                ("meanings_read_s", rounded(sought.read_s, 10.0)),
            ];
            report.extend(costs.map(|(name, value)| (name.to_owned(), value.into())));
        }
        show(self.json, &Value::Object(report))
    }
}

fn judged() -> Map<String, Value> {
    let (judged, tuned) = (figures(Part::Judge), figures(Part::Tune));
    let figure = |value: f64| Value::from(rounded(value, 1_000.0));
    let figures = [
        ("labelled_pairs", (judged.pairs + tuned.pairs).into()),
        ("judged_pairs", judged.pairs.into()),
        ("matching_precision_at_5", figure(judged.precision_at_5)),
        ("matching_recall", figure(judged.recall)),
        ("tuned_precision_at_5", figure(tuned.precision_at_5)),
        ("tuned_recall", figure(tuned.recall)),
    ];
    figures.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
