//! Looks after how long applications live.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use sponsorship::{application, jobs::WatchApplications};

pub(crate) async fn handle(context: &Context, leased: &Leased, _: WatchApplications) -> Handled {
    let found = application::watch(&context.db, &Caller::house(leased.community)).await?;
    Ok(if found > 0 { Outcome::Done } else { Outcome::NotNeeded })
}
