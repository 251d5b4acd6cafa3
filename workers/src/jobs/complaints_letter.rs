//! Tells one owner, or one operator, that a community's letters are complained of.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters::complaints::Complaints;
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use membership::{complaints, jobs::ComplaintsLetter};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: ComplaintsLetter) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let Some(facts) = complaints::letter(&context.db, &desk.caller(), job).await? else { return NOT_NEEDED };
    let Some(to) = desk.recipient(job.member).await? else { return NOT_NEEDED };
    let is_operator = leased.community.is_platform();
    let home = &desk.house.home;
    let letter = |_: &phrases::Words| Complaints {
        name: to.name.clone(),
        news: job.news,
        community: facts.community,
        letters: facts.figures.letters,
        complaints: facts.figures.complaints,
        is_operator,
        link: if is_operator { paths::operator_letters(home, job.about) } else { paths::owner(home) },
    };
    Ok(desk.write_to(&to, letter).await?.into())
}
