//! Goes on without somebody who is out for a time: each noun its own.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use membership::jobs::MemberSuspended;

pub(crate) async fn handle(context: &Context, leased: &Leased, job: MemberSuspended) -> Handled {
    exchange::gone::stand_down(&context.db, &Caller::house(leased.community), &job).await?;
    Ok(Outcome::Done)
}
