//! Sees who of those under review has enough paths again.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use sponsorship::{jobs::RecheckReviews, review};

pub(crate) async fn handle(context: &Context, leased: &Leased, _: RecheckReviews) -> Handled {
    let cured = review::recheck_reviews(&context.db, &Caller::house(leased.community)).await?;
    Ok(if cured == 0 { Outcome::NotNeeded } else { Outcome::Done })
}
