//! Finds out whom the removal of a community concerns, and has each of them written to.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use privacy::{jobs::TellRemoval, removal};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: TellRemoval) -> Handled {
    let told = removal::tell(&context.db, &Caller::house(leased.community), job).await?;
    Ok(if told == 0 { Outcome::NotNeeded } else { Outcome::Done })
}
