//! Calls the stewards to a review whose time is over.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use sponsorship::{jobs::ReviewDue, review};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: ReviewDue) -> Handled {
    let needed = review::review_due(&context.db, &Caller::house(leased.community), job.review).await?;
    Ok(if needed { Outcome::Done } else { Outcome::NotNeeded })
}
