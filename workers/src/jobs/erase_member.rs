//! Erases somebody who asked for it, and remembers outside the database that it was done, so that a restored backup erases again.

use crate::context::Context;
use crate::erasures;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use privacy::{erase, jobs::EraseMember};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: EraseMember) -> Handled {
    let house = Caller::house(leased.community);
    if !erase::is_wanted(&context.db, &house, job.member).await? {
        return Ok(Outcome::NotNeeded);
    }
    // Before, not after: what is remembered and not done is done again; what is done and not remembered would come back.
    erasures::remember(context, leased.community, job.member)?;
    let erased = erase::erase(&context.db, &house, job.member).await?;
    Ok(if erased { Outcome::Done } else { Outcome::NotNeeded })
}
