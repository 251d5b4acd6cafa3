//! Tells somebody how an outing stands to which they come.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters::outing::Outing;
use crate::letters::said;
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use exchange::{OutingLetter, outing};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: OutingLetter) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let Some(facts) = outing::letter(&context.db, &desk.caller(), &job).await? else { return NOT_NEEDED };
    let to = desk.recipient(job.member).await?.filter(|to| to.listing_letters);
    let Some(to) = to.filter(|to| to.standing.is_inside() || to.standing.is_waiting()) else { return NOT_NEEDED };
    // Whoever waits to come in has a page of their own for it.
    let link = if to.standing.is_waiting() {
        paths::open_outings(&desk.house.home)
    } else {
        paths::listing(&desk.house.home, job.listing)
    };
    // An hour is told in the community's time, like on its pages: that is where people meet.
    let says = |_: &phrases::Words| Outing {
        news: job.news,
        about: said(&facts.title, 120),
        when: desk.words(to.language).day_time(&facts.starts_at),
        town: facts.town.clone(),
        link,
    };
    Ok(desk.write_to(&to, says).await?.into())
}
