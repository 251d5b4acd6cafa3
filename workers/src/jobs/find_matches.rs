//! Looks for what goes with a listing, and tells both sides.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use exchange::FindMatches;
use exchange::find_matches::{Sought, Tie, read_meanings, seek, tell};
use kernel::Caller;

/// Steps in which listings are read that were not read yet; whatever is left is read by the next job.
const STEPS: usize = 50;

pub(crate) async fn handle(context: &Context, leased: &Leased, job: FindMatches) -> Handled {
    let caller = Caller::house(leased.community);
    for _ in 0..STEPS {
        if !read_meanings(&context.db, &caller).await? {
            break;
        }
    }
    let Some(sought) = seek(&context.db, &caller, job.listing).await? else { return Ok(Outcome::NotNeeded) };
    let ties = ties(context, &caller, &sought).await?;
    let found = tell(&context.db, &caller, &sought, &ties).await?;
    Ok(if found > 0 { Outcome::Done } else { Outcome::NotNeeded })
}

async fn ties(context: &Context, caller: &Caller, sought: &Sought) -> Result<Vec<Tie>, sponsorship::SponsorshipError> {
    let ties = sponsorship::ties(&context.db, caller, sought.author(), sought.others()).await?;
    let tie = |tie: sponsorship::Tie| Tie { member: tie.member, trust: tie.score, common_sponsor: tie.common_sponsor };
    Ok(ties.into_iter().map(tie).collect())
}
