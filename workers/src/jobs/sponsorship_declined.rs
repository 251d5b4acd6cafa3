//! Tells an applicant that a request came to nothing, without saying whose.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters::sponsorship_declined::SponsorshipDeclined as Declined;
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use sponsorship::{jobs::SponsorshipDeclined, letters};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: SponsorshipDeclined) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let Some(facts) = letters::declined(&context.db, &desk.caller(), job.sponsorship).await? else { return NOT_NEEDED };
    let Some(to) = desk.recipient(facts.applicant).await?.filter(|to| to.sponsorship_letters) else {
        return NOT_NEEDED;
    };
    let letter = Declined { given: facts.given, needed: facts.needed, link: paths::waiting(&desk.house.home) };
    Ok(desk.write_to(&to, |_| letter).await?.into())
}
