//! Asks somebody of whom the team thought whether they could help.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters::help_suggested::HelpSuggested;
use crate::letters::said;
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use exchange::{HelpLetter, suggest_helper};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: HelpLetter) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let Some(facts) = suggest_helper::letter(&context.db, &desk.caller(), &job).await? else { return NOT_NEEDED };
    let letter = HelpSuggested {
        about: said(&facts.title, 120),
        author: facts.author_name,
        town: facts.town,
        goes_with: said(&facts.goes_with, 120),
        link: paths::listing(&desk.house.home, job.request),
    };
    Ok(desk.write_to(&facts.to, |_| letter).await?.into())
}
