//! Sweeps away old sign-ins, ended sessions and copies whose time is over.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use membership::{housekeeping, jobs::Sweep};

pub(crate) async fn handle(context: &Context, leased: &Leased, _job: Sweep) -> Handled {
    let swept = housekeeping::sweep(&context.db, &Caller::house(leased.community)).await?;
    let copies = privacy::copy::sweep(&context.db, &Caller::house(leased.community)).await?;
    Ok(if swept == housekeeping::Swept::default() && copies == 0 { Outcome::NotNeeded } else { Outcome::Done })
}
