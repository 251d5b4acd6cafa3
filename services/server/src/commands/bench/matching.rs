//! `maillon bench matching`: how well offers and requests find each other, on pairs labelled by hand.

use super::{rounded, show};
use crate::{ground::Failure, say};
use clap::Args;
use exchange::matching::labelled::{Part, figures, told};
use serde_json::json;

/// How often what is told helps, and how much of what would help is told. Needs no database.
#[derive(Args, Debug)]
pub(super) struct Matching {
    /// The pairs that the table of concepts was made with, each with what is told and what is missed.
    #[arg(long)]
    tuning: bool,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

impl Matching {
    pub(super) fn run(&self) -> Result<(), Failure> {
        if self.tuning {
            say::line(told(Part::Tune));
        }
        let (judged, tuned) = (figures(Part::Judge), figures(Part::Tune));
        let figure = |value: f64| rounded(value, 1_000.0);
        let report = json!({
            "labelled_pairs": judged.pairs + tuned.pairs,
            "judged_pairs": judged.pairs,
            "matching_precision_at_5": figure(judged.precision_at_5),
            "matching_recall": figure(judged.recall),
            "tuned_precision_at_5": figure(tuned.precision_at_5),
            "tuned_recall": figure(tuned.recall),
        });
        show(self.json, &report)
    }
}
