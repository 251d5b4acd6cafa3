//! Tells somebody where they stand now, and why.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters::standing::Standing;
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use sponsorship::{News, jobs::StandingLetter, letters};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: StandingLetter) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let Some(facts) = letters::standing(&context.db, &desk.caller(), &job).await? else { return NOT_NEEDED };
    let Some(to) = desk.recipient(job.member).await? else { return NOT_NEEDED };
    // Whoever waits sees it in the waiting room.
    let page = match job.news {
        News::Reserved => paths::waiting,
        News::HouseholdAsked | News::HouseholdEntered | News::HouseholdKept => paths::household,
        _ => paths::standing,
    };
    let link = page(&desk.house.home);
    let letter = |words: &phrases::Words| Standing {
        name: to.name.clone(),
        news: job.news,
        reason: facts.reason,
        day: facts.until_at.map(|at| words.date(&at)).unwrap_or_default(),
        link,
    };
    Ok(desk.write_to(&to, letter).await?.into())
}
