//! `maillon lab`: the trust engine answers a case, policies are tried side by side (design: trust, section 12), and a real web
//! of trust becomes files that `maillon import` reads.

pub(super) mod census;
mod simulate;

use crate::{ground::Failure, say};
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// What the lab can do.
#[derive(Args, Debug)]
pub(super) struct Lab {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand, Debug)]
enum Task {
    /// Print the answers to a case as JSON.
    Answer {
        /// The case; a file of edges is looked for beside it.
        #[arg(long)]
        case: PathBuf,
    },
    /// Try policies side by side under attack: the same worlds, newcomers and seeds for each.
    Simulate(simulate::Simulate),
    /// Write the Ğ1 web of trust as members.csv and sponsorships.csv, with made-up names.
    Census {
        /// The folder of the edge lists.
        #[arg(long, env = "MAILLON_TRUST_DATA", default_value = "../shared/data/trust")]
        from: PathBuf,
        /// The folder to write into.
        #[arg(long)]
        into: PathBuf,
    },
}

impl Lab {
    pub(super) fn run(self) -> Result<(), Failure> {
        match self.task {
            Task::Answer { case } => say::line(trust::lab::answer_file(&case)?),
            Task::Simulate(simulate) => simulate.run()?,
            Task::Census { from, into } => {
                let census = census::write(&from, &into)?;
                say::line(format_args!(
                    "{} members and {} sponsorships are in {}",
                    census.members,
                    census.sponsorships,
                    into.display()
                ));
            }
        }
        Ok(())
    }
}
