//! Link and code for somebody who wants to be reached at another address.

use super::send::{Desk, NOT_NEEDED};
use super::sign_in_letter::grouped;
use crate::context::Context;
use crate::letters;
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use membership::{address_change, jobs::ConfirmAddress};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: ConfirmAddress) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let Some(facts) = address_change::letter(&context.db, &desk.caller(), job.change).await? else { return NOT_NEEDED };
    let desk = desk.reached_at(&facts.host);
    let life = facts.expires_at - leased.created_at;
    let letter = letters::confirm_address::ConfirmAddress {
        link: paths::confirm_address(&desk.house.home, &facts.link_token),
        code: grouped(&facts.code),
        minutes: life.num_minutes(),
    };
    Ok(desk.write_to_address(&facts.email, desk.words(facts.language), &letter).await?.into())
}
