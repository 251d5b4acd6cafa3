//! `maillon backup`: everything but the sealing key, of one moment, into a folder.

use crate::{
    backup,
    ground::{Failure, Ground},
    say,
    settings::Settings,
};
use clap::Args;
use std::path::PathBuf;

/// Where to.
#[derive(Args, Debug)]
pub(super) struct Backup {
    /// An empty folder, or one that is to be made.
    #[arg(long)]
    into: PathBuf,
}

impl Backup {
    pub(super) async fn run(self, settings: &Settings) -> Result<(), Failure> {
        let ground = Ground::prepare(settings).await?;
        let now = ground.db.clock().now();
        let done = match ground.backup_url(settings) {
            Ok(url) => backup::backup(&url, &settings.data, &self.into, now).await,
            Err(error) => Err(error),
        };
        ground.leave().await?;
        let manifest = done?;
        let rows: i64 = manifest.rows.values().sum();
        say::line(format_args!("{rows} rows of {} tables in {}", manifest.rows.len(), self.into.display()));
        Ok(())
    }
}
