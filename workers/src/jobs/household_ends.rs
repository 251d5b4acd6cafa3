//! The time for objections is over: two who part are two voices again.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use sponsorship::{household, jobs::HouseholdEnds};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: HouseholdEnds) -> Handled {
    let needed = household::household_ends(&context.db, &Caller::house(leased.community), job.household).await?;
    Ok(if needed { Outcome::Done } else { Outcome::NotNeeded })
}
