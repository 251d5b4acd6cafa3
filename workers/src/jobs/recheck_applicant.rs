//! Decides again about somebody for whom only time stood in the way.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use sponsorship::{jobs::RecheckApplicant, recheck};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: RecheckApplicant) -> Handled {
    let admitted = recheck::recheck(&context.db, &Caller::house(leased.community), job.member).await?;
    Ok(if admitted { Outcome::Done } else { Outcome::NotNeeded })
}
