//! Tells one member that the community is going to be removed, or that it is not.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters::community_removal::CommunityRemoval;
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use privacy::{jobs::RemovalLetter, jobs::RemovalNews, removal};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: RemovalLetter) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let Some(facts) = removal::letter(&context.db, &desk.caller(), job).await? else { return NOT_NEEDED };
    let Some(to) = desk.recipient(job.member).await? else { return NOT_NEEDED };
    let home = &desk.house.home;
    let letter = |words: &phrases::Words| CommunityRemoval {
        name: to.name.clone(),
        news: job.news,
        day: words.date(&facts.due_at),
        is_owner: facts.is_owner,
        link: match job.news {
            RemovalNews::CalledOff => paths::home(home),
            _ if facts.is_owner => paths::removal(home),
            _ => paths::data(home),
        },
    };
    Ok(desk.write_to(&to, letter).await?.into())
}
