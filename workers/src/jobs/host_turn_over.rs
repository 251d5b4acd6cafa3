//! Asks the next host, where one has not answered in time.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use sponsorship::{hosting, jobs::HostTurnOver};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: HostTurnOver) -> Handled {
    let house = Caller::house(leased.community);
    let ended = hosting::turn_over(&context.db, &house, job.meeting, job.host).await?;
    Ok(if ended { Outcome::Done } else { Outcome::NotNeeded })
}
