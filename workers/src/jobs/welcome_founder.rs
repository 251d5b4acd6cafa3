//! Tells a founder that their community has begun.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters::founder::Founder;
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use membership::jobs::WelcomeFounder;

pub(crate) async fn handle(context: &Context, leased: &Leased, job: WelcomeFounder) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let Some(to) = desk.recipient(job.member).await?.filter(|to| to.standing.is_inside()) else { return NOT_NEEDED };
    let letter = Founder { name: to.name.clone(), link: paths::home(&desk.house.home) };
    Ok(desk.write_to(&to, |_| letter).await?.into())
}
