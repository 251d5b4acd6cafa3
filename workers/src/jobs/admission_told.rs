//! Tells a sponsor that the person they vouched for is in.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters::newcomer_admitted::NewcomerAdmitted;
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use sponsorship::{jobs::AdmissionTold, letters};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: AdmissionTold) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let told = letters::admission_told(&context.db, &desk.caller(), job.member, job.sponsor).await?;
    let Some(facts) = told else { return NOT_NEEDED };
    let Some(to) = desk.recipient(job.sponsor).await?.filter(|to| to.sponsorship_letters) else { return NOT_NEEDED };
    let letter = NewcomerAdmitted { newcomer: facts.name, link: paths::member(&desk.house.home, facts.member) };
    Ok(desk.write_to(&to, |_| letter).await?.into())
}
