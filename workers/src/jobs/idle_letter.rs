//! Tells somebody that they have not come for long, and what comes of it.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters::idle::Idle;
use crate::outcome::Handled;
use crate::paths;
use chrono::NaiveTime;
use database::queue::Leased;
use privacy::{idle, jobs::IdleLetter};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: IdleLetter) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let found = idle::idle_letter(&context.db, &desk.caller(), job.member).await?;
    let Some(to) = desk.recipient(job.member).await? else { return NOT_NEEDED };
    let Some(day) = found else { return NOT_NEEDED };
    // At noon it is the same day in every community's time.
    let from = day.and_time(NaiveTime::MIN + chrono::Duration::hours(12)).and_utc();
    let letter = |words: &phrases::Words| Idle {
        name: to.name.clone(),
        from: words.date(&from),
        link: paths::home(&desk.house.home),
    };
    Ok(desk.write_to(&to, letter).await?.into())
}
