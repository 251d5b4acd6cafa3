//! Tells an applicant that somebody vouches for them.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters::sponsorship_given::SponsorshipGiven as Given;
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use sponsorship::{jobs::SponsorshipGiven, letters};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: SponsorshipGiven) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let Some(facts) = letters::given(&context.db, &desk.caller(), job.sponsorship).await? else { return NOT_NEEDED };
    let Some(to) = desk.recipient(facts.applicant).await?.filter(|to| to.sponsorship_letters) else {
        return NOT_NEEDED;
    };
    let link = paths::waiting(&desk.house.home);
    let fate = desk.write_to(&to, |w| Given {
        sponsor: facts.sponsor_name.clone().unwrap_or_else(|| w.t("common-somebody")),
        given: facts.given,
        needed: facts.needed,
        link,
    });
    Ok(fate.await?.into())
}
