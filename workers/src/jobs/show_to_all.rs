//! Shows to everybody what came to the team first.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use exchange::{ShowToAll, audience};
use kernel::Caller;

pub(crate) async fn handle(context: &Context, leased: &Leased, job: ShowToAll) -> Handled {
    let shown = audience::show_to_all(&context.db, &Caller::house(leased.community), &job).await?;
    Ok(if shown { Outcome::Done } else { Outcome::NotNeeded })
}
