//! Looks for the kept searches that find a listing, and tells those who keep them.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use exchange::{
    CompareSearches,
    saved_search::find::{finders, tell},
};
use kernel::Caller;

pub(crate) async fn handle(context: &Context, leased: &Leased, job: CompareSearches) -> Handled {
    let caller = Caller::house(leased.community);
    let searches = finders(&context.db, &caller, job.listing).await?;
    let told = tell(&context.db, &caller, job.listing, &searches).await?;
    Ok(if told > 0 { Outcome::Done } else { Outcome::NotNeeded })
}
