//! The demo communities: two casts that live through the house's own use cases, on a clock that stands in the past. The
//! same every time; a community that exists is left alone.

mod applicants;
mod cast;
mod groups;
mod listings;
mod population;
mod stage;

pub use cast::{Cast, address_of, casts};

use crate::{
    ground::{Failure, Ground},
    settings::Settings,
};
use kernel::{Caller, CommunityId, Role};
use membership::factor;
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

/// Who runs a copy that is only being tried.
pub const OPERATOR: &str = "operator@example.test";

/// The second key of everybody in the demo who has an office: 32 letters and digits that an application takes. It is no secret:
/// whoever reads this file knows it, as they know the people it belongs to.
pub const DEMO_KEY: &str = "MAILLONDEMOKEYMAILLONDEMOKEY2345";

/// Gives everybody in the demo who has an office the known second key, unless they have one.
pub async fn hand_out_keys(ground: &Ground) -> Result<(), Failure> {
    for cast in casts()? {
        let Some(id) = community::views::by_slug(&ground.db, &cast.slug).await? else { continue };
        for person in cast.members.iter().filter(|person| person.role != Role::None) {
            factor::give(&ground.db, &Caller::house(id), &address_of(&person.name)?, DEMO_KEY).await?;
        }
    }
    factor::give(&ground.db, &Caller::house(CommunityId::PLATFORM), &OPERATOR.parse()?, DEMO_KEY).await?;
    Ok(())
}

async fn perform(ground: &Ground, settings: &Settings, cast: &Cast) -> Result<(), Failure> {
    let stage = Stage::open(ground, cast)?;
    population::launch(&stage, &settings.host, cast).await?;
    population::settle(&stage, cast).await?;
    groups::form(&stage, cast).await?;
    listings::publish(&stage, cast).await?;
    listings::talk(&stage, cast).await?;
    applicants::arrive(&stage, cast).await?;
    stage.close().await;
    Ok(())
}
