//! Ends a listing whose time is over.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use exchange::{ExpireListing, expire};
use kernel::Caller;

pub(crate) async fn handle(context: &Context, leased: &Leased, job: ExpireListing) -> Handled {
    let ended = expire::expire(&context.db, &Caller::house(leased.community), &job).await?;
    Ok(if ended { Outcome::Done } else { Outcome::NotNeeded })
}
