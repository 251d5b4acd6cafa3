//! Sweeps away whatever has had its time: one job for every table that has one (bar P4).

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use membership::jobs::Sweep;

pub(crate) async fn handle(context: &Context, leased: &Leased, _job: Sweep) -> Handled {
    let swept = privacy::retention::sweep(&context.db, &Caller::house(leased.community)).await?;
    Ok(if swept == 0 { Outcome::NotNeeded } else { Outcome::Done })
}
