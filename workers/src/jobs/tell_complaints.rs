//! Finds out who is to be told of complaints about a community's letters, and has each of them written to.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use membership::{complaints, jobs::TellComplaints};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: TellComplaints) -> Handled {
    let told = complaints::tell(&context.db, &Caller::house(leased.community), job).await?;
    Ok(if told == 0 { Outcome::NotNeeded } else { Outcome::Done })
}
