//! Asks somebody who may be able to help with an urgent request.

use super::send::{Desk, Fate, NOT_NEEDED};
use crate::context::Context;
use crate::letters::said;
use crate::letters::urgent::Urgent;
use crate::outcome::{Handled, Outcome};
use crate::paths;
use database::queue::Leased;
use exchange::{UrgentLetter, urgency};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: UrgentLetter) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let Some(facts) = urgency::letter(&context.db, &desk.caller(), &job).await? else { return NOT_NEEDED };
    // A day is told in the community's time, in which it was chosen; the last that counts is the one before that moment.
    let last = facts.until - chrono::Duration::seconds(1);
    let link = paths::listing(&desk.house.home, job.request);
    let says = |_: &phrases::Words| Urgent {
        about: said(&facts.title, 120),
        author: facts.author_name.clone(),
        town: facts.town.clone(),
        day: desk.words(facts.to.language).day(&last),
        goes_with: said(&facts.goes_with, 120),
        link,
    };
    let fate = desk.write_to(&facts.to, says).await?;
    // It will never arrive: somebody else is asked.
    if matches!(fate, Fate::Unreachable | Fate::Ends(Outcome::Never { .. })) {
        urgency::unwritten(&context.db, &desk.caller(), &job).await?;
    }
    Ok(fate.into())
}
