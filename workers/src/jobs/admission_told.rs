//! Tells a sponsor that the person they vouched for is in.

use super::send::{Desk, not_needed};
use crate::context::Context;
use crate::letters::newcomer_admitted::NewcomerAdmitted;
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use sponsorship::{jobs::AdmissionTold, letters};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: AdmissionTold) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return not_needed() };
    let told = letters::admission_told(&context.db, &desk.caller(), job.member, job.sponsor).await?;
    let Some(facts) = told else { return not_needed() };
    let Some(to) = desk.recipient(job.sponsor).await?.filter(|to| to.sponsorship_letters) else { return not_needed() };
    let letter = NewcomerAdmitted { newcomer: facts.name, link: paths::member(&desk.house.home, facts.member) };
    Ok(desk.write_to(&to, |_| letter).await?.into())
}
