//! Plans the digests whose hour has come.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use notice::{PlanDigests, Whom, plan_digests};

pub(crate) async fn handle(context: &Context, leased: &Leased, _job: PlanDigests) -> Handled {
    let planned = plan_digests(&context.db, &Caller::house(leased.community), Whom::Due).await?;
    Ok(if planned.digests == 0 { Outcome::NotNeeded } else { Outcome::Done })
}
