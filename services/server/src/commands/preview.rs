//! `maillon preview`: every page and letter from samples, in both languages and two brands, into a folder with an index.

use crate::{ground::Failure, say};
use clap::Args;
use std::path::PathBuf;

/// Where to draw.
#[derive(Args, Debug)]
pub(super) struct Preview {
    /// The folder to write into.
    #[arg(long, default_value = "preview")]
    into: PathBuf,
}

impl Preview {
    pub(super) async fn run(self) -> Result<(), Failure> {
        let count = crate::preview::draw(&self.into).await?;
        say::line(format_args!("{count} pages and letters; begin at {}", self.into.join("index.html").display()));
        Ok(())
    }
}
