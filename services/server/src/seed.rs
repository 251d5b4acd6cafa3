//! The demo communities: two casts that live through the house's own use cases, on a clock that stands in the past. The
//! same every time; a community that exists is left alone.

mod applicants;
mod cast;
mod listings;
mod population;
mod stage;

pub use cast::{Cast, address_of, casts};

use crate::{
    ground::{Failure, Ground},
    settings::Settings,
};
use stage::Stage;

/// Writes the demo communities that are missing; says which were written.
pub async fn fill(ground: &Ground, settings: &Settings) -> Result<Vec<String>, Failure> {
    let mut written = Vec::new();
    for cast in casts()? {
        if community::views::by_slug(&ground.db, &cast.slug).await?.is_none() {
            perform(ground, settings, &cast).await?;
            written.push(cast.name);
        }
    }
    Ok(written)
}

async fn perform(ground: &Ground, settings: &Settings, cast: &Cast) -> Result<(), Failure> {
    let stage = Stage::open(ground, cast)?;
    population::launch(&stage, &settings.host, cast).await?;
    population::settle(&stage, cast).await?;
    listings::publish(&stage, cast).await?;
    listings::talk(&stage, cast).await?;
    applicants::arrive(&stage, cast).await?;
    stage.close().await;
    Ok(())
}
