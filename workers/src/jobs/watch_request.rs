//! Tells the team of a request that nobody has answered.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use exchange::{WatchRequest, unanswered};
use kernel::Caller;

pub(crate) async fn handle(context: &Context, leased: &Leased, job: WatchRequest) -> Handled {
    let told = unanswered::call_team(&context.db, &Caller::house(leased.community), &job).await?;
    Ok(if told { Outcome::Done } else { Outcome::NotNeeded })
}
