//! `maillon migrate`.

use crate::{
    ground::{Failure, Ground},
    say,
    settings::Settings,
};

pub(super) async fn run(settings: &Settings) -> Result<(), Failure> {
    let ground = Ground::prepare(settings).await?;
    let migrated = ground.migrate(settings).await;
    ground.leave().await?;
    migrated?;
    say::line("the schema is up to date");
    Ok(())
}
