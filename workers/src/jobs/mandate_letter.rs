//! Tells the person, or the proxy, how a request in somebody else's name goes.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters::mandate::Mandate;
use crate::letters::said;
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use exchange::{MandateLetter, mandate};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: MandateLetter) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let Some(facts) = mandate::letter(&context.db, &desk.caller(), &job).await? else { return NOT_NEEDED };
    let to = desk.recipient(job.member).await?;
    let Some(to) = to.filter(|to| to.standing.is_inside() && to.listing_letters) else { return NOT_NEEDED };
    let actor = match facts.actor {
        Some(actor) => desk.recipient(actor).await?,
        None => None,
    };
    let letter = Mandate {
        news: job.news,
        name: actor.map(|actor| actor.name).unwrap_or_default(),
        about: said(&facts.title, 120),
        link: paths::mandate(&desk.house.home, job.listing),
    };
    Ok(desk.write_to(&to, |_| letter).await?.into())
}
