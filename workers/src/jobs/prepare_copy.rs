//! Makes somebody's copy of everything about them, and tells them that it is there.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters::copy_ready::CopyReady;
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use privacy::{copy, jobs::PrepareCopy, limits};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: PrepareCopy) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    if !copy::make(&context.db, &desk.caller(), job.member).await? {
        return NOT_NEEDED;
    }
    let Some(to) = desk.recipient(job.member).await? else { return NOT_NEEDED };
    // The job was written when it was asked for: a repetition says the same.
    let ends = leased.created_at + limits::COPY_KEPT;
    let letter = |words: &phrases::Words| CopyReady {
        name: to.name.clone(),
        until: words.date(&ends),
        link: paths::data(&desk.house.home),
    };
    Ok(desk.write_to(&to, letter).await?.into())
}
