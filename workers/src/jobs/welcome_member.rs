//! Welcomes somebody who has just been admitted.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters::welcome::Welcome;
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use kernel::MemberId;
use membership::jobs::WelcomeMember;

pub(crate) async fn handle(context: &Context, leased: &Leased, job: WelcomeMember) -> Handled {
    welcome(context, leased, job.member).await
}

/// The welcome letter, to a member or a founder; not needed by somebody who left meanwhile.
pub(super) async fn welcome(context: &Context, leased: &Leased, member: MemberId) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let Some(to) = desk.recipient(member).await?.filter(|to| to.standing.is_inside()) else { return NOT_NEEDED };
    let sponsors = sponsorship::letters::sponsor_names(&context.db, &desk.caller(), member).await?;
    let letter = Welcome { name: to.name.clone(), sponsors, link: paths::home(&desk.house.home) };
    Ok(desk.write_to(&to, |_| letter).await?.into())
}
