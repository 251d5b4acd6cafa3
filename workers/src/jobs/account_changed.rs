//! Tells somebody that how they get in was changed.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters;
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use membership::{account_change, jobs::AccountChanged};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: AccountChanged) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let Some(facts) = account_change::letter(&context.db, &desk.caller(), job.change).await? else { return NOT_NEEDED };
    let words = desk.words(facts.language);
    let letter = letters::account_changed::AccountChanged {
        kind: facts.kind,
        link: paths::undo_change(&desk.house.home, &facts.undo_token),
        until: words.day_time(&facts.undo_until),
    };
    Ok(desk.write_to_address(&facts.email, words, &letter).await?.into())
}
