//! Takes somebody's second factors away, whose address has not stopped it.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use membership::{factor_reset, jobs::ResetFactors};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: ResetFactors) -> Handled {
    let house = Caller::house(leased.community);
    let done = factor_reset::carry_out(&context.db, &house, job.change).await?;
    Ok(if done { Outcome::Done } else { Outcome::NotNeeded })
}
