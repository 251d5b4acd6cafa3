//! `maillon restore`: a backup into an empty database, looked at before anybody relies on it.

use crate::{
    backup,
    ground::{Failure, Ground},
    say,
    settings::Settings,
};
use clap::Args;
use std::path::PathBuf;

/// Where from.
#[derive(Args, Debug)]
pub(super) struct Restore {
    /// A folder that `maillon backup` made.
    #[arg(long)]
    from: PathBuf,
}

impl Restore {
    pub(super) async fn run(self, settings: &Settings) -> Result<(), Failure> {
        let ground = Ground::prepare(settings).await?;
        let done = match ground.owner() {
            Ok(owner) => backup::restore(owner, &ground.db, &self.from, &settings.data).await,
            Err(error) => Err(error),
        };
        ground.leave().await?;
        let restored = done?;
        // Their pictures may have been put back beside the database.
        for community in workers::removals::remembered(&settings.data.join("removals"))? {
            settings.shelf()?.drop_community(community).await?;
        }
        say::line(format_args!(
            "{} rows, {} communities whose journals hold, {} people erased and {} communities removed again; now run maillon migrate and maillon doctor",
            restored.rows, restored.communities, restored.erased_again, restored.removed_again
        ));
        Ok(())
    }
}
