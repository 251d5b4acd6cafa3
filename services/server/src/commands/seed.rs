//! `maillon seed`.

use crate::{
    ground::{Failure, Ground},
    say, seed,
    settings::Settings,
};

pub(super) async fn run(settings: &Settings) -> Result<(), Failure> {
    let ground = Ground::prepare(settings).await?;
    let filled = fill(&ground, settings).await;
    ground.leave().await?;
    match filled?.as_slice() {
        [] => say::line("the demo communities are there already"),
        written => say::line(format_args!("written: {}", written.join(", "))),
    }
    Ok(())
}

async fn fill(ground: &Ground, settings: &Settings) -> Result<Vec<String>, Failure> {
    ground.keep_up(settings).await?;
    ground.open_platform(settings).await?;
    seed::fill(ground, settings).await
}
