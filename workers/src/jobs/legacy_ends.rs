//! Sees who hangs on too few others, now that somebody who left carries nobody any more.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use sponsorship::{jobs::LegacyEnds, review};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: LegacyEnds) -> Handled {
    let reviews = review::legacy_ends(&context.db, &Caller::house(leased.community), &job).await?;
    Ok(if reviews == 0 { Outcome::NotNeeded } else { Outcome::Done })
}
