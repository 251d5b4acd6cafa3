//! Reminds everybody who comes to an outing.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use exchange::{RemindOuting, outing};
use kernel::Caller;

pub(crate) async fn handle(context: &Context, leased: &Leased, job: RemindOuting) -> Handled {
    let told = outing::remind(&context.db, &Caller::house(leased.community), &job).await?;
    Ok(if told == 0 { Outcome::NotNeeded } else { Outcome::Done })
}
