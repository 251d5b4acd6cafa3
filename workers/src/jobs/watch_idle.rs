//! Looks for those who have not come for long.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use privacy::{idle, jobs::WatchIdle};

pub(crate) async fn handle(context: &Context, leased: &Leased, _: WatchIdle) -> Handled {
    let found = idle::watch(&context.db, &Caller::house(leased.community)).await?;
    Ok(if found > 0 { Outcome::Done } else { Outcome::NotNeeded })
}
