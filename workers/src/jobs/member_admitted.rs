//! Takes up what somebody had begun while they waited: each noun its own.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use membership::jobs::MemberAdmitted;

pub(crate) async fn handle(context: &Context, leased: &Leased, job: MemberAdmitted) -> Handled {
    let taken = exchange::guest_request::take_up(&context.db, &Caller::house(leased.community), &job).await?;
    Ok(if taken { Outcome::Done } else { Outcome::NotNeeded })
}
