//! Sweeps away old sign-ins and ended sessions.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use membership::{housekeeping, jobs::Sweep};

pub(crate) async fn handle(context: &Context, leased: &Leased, _job: Sweep) -> Handled {
    let swept = housekeeping::sweep(&context.db, &Caller::house(leased.community)).await?;
    Ok(if swept == housekeeping::Swept::default() { Outcome::NotNeeded } else { Outcome::Done })
}
