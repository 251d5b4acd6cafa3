//! Tells an applicant that a request has found no answer for ten days, and that they can ask somebody else.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters::application::{Application, News};
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use sponsorship::{jobs::SponsorshipUnanswered, letters};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: SponsorshipUnanswered) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let found = letters::unanswered(&context.db, &desk.caller(), job.sponsorship).await?;
    let Some((applicant, until)) = found else { return NOT_NEEDED };
    let Some(to) = desk.recipient(applicant).await?.filter(|to| to.sponsorship_letters) else { return NOT_NEEDED };
    let link = paths::waiting(&desk.house.home);
    let letter = |words: &phrases::Words| Application { news: News::NoAnswer, day: words.day(&until), link };
    Ok(desk.write_to(&to, letter).await?.into())
}
