//! Ends a request that found no answer.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use sponsorship::{expire, jobs::ExpireSponsorship};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: ExpireSponsorship) -> Handled {
    let ended = expire::expire(&context.db, &Caller::house(leased.community), job.sponsorship).await?;
    Ok(if ended { Outcome::Done } else { Outcome::NotNeeded })
}
