//! `maillon lab simulate`: policies side by side under attack, as a table, as JSON, and as a picture.

use crate::{ground::Failure, say};
use clap::Args;
use std::path::PathBuf;
use trust::lab::simulate::{Plan, simulate};

/// How much is tried, and where the results go.
#[derive(Args, Debug)]
pub(super) struct Simulate {
    /// The folder of the edge lists.
    #[arg(long, env = "MAILLON_TRUST_DATA", default_value = "../shared/data/trust")]
    from: PathBuf,
    /// Everything: more communities, from one account to fifty, five seeds. Hours instead of a minute.
    #[arg(long)]
    full: bool,
    /// Begin with this seed instead of 1.
    #[arg(long)]
    seed: Option<u64>,
    /// Write the whole report as JSON.
    #[arg(long)]
    json: Option<PathBuf>,
    /// Write the clean-up as a picture (SVG).
    #[arg(long)]
    picture: Option<PathBuf>,
}

impl Simulate {
    pub(super) fn run(self) -> Result<(), Failure> {
        if cfg!(debug_assertions) {
            say::complain("not built for speed: this takes many times as long (cargo build --release)");
        }
        let mut plan = if self.full { Plan::full() } else { Plan::short() };
        if let Some(first) = self.seed {
            plan.seeds = (0..).zip(&plan.seeds).map(|(at, _)| first.wrapping_add(at)).collect();
        }
        let report = simulate(&plan, &self.from, |_| ())?;
        say::line(report.table());
        if let Some(path) = self.json {
            std::fs::write(path, serde_json::to_string_pretty(&report)?)?;
        }
        if let (Some(path), Some(picture)) = (self.picture, report.picture()) {
            std::fs::write(path, picture)?;
        }
        match report.beyond_the_bound().len() {
            0 => Ok(()),
            runs => Err(format!("{runs} runs let in more fakes than the theorems allow").into()),
        }
    }
}
