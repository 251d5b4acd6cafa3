//! Tidies up what somebody left behind when they went: each noun its own.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use membership::jobs::MemberGone;

pub(crate) async fn handle(context: &Context, leased: &Leased, job: MemberGone) -> Handled {
    let house = Caller::house(leased.community);
    let words = sponsorship::gone::tidy(&context.db, &house, &job).await?;
    let listings = exchange::gone::tidy(&context.db, &house, &job).await?;
    let groups = groups::gone::tidy(&context.db, &house, &job).await?;
    Ok(if words + listings + groups == 0 { Outcome::NotNeeded } else { Outcome::Done })
}
