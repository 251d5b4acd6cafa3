//! `maillon bench`: what things cost, measured on this machine.

mod census;
mod doors;

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
    /// A page and a query beside the database alone, on the first demo community.
    Doors(doors::Doors),
    /// A real web of trust brought in, a newcomer vouched for and admitted, and everybody's weekly letter sent.
    Census(census::Census),
}

impl Bench {
    pub(super) async fn run(self, settings: &Settings) -> Result<(), Failure> {
        match self.what {
            What::Doors(doors) => doors.run(settings).await,
            What::Census(census) => census.run(settings).await,
        }
    }
}
