//! Tells an applicant that their application ends soon, or has ended.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters::application::{Application, News};
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use sponsorship::{ApplicationNews, application, jobs::ApplicationLetter};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: ApplicationLetter) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let found = application::application_letter(&context.db, &desk.caller(), &job).await?;
    let Some(facts) = found else { return NOT_NEEDED };
    let Some(to) = desk.recipient(job.member).await?.filter(|to| to.sponsorship_letters) else { return NOT_NEEDED };
    let home = &desk.house.home;
    let (news, link) = match (job.news, facts.may_renew) {
        (ApplicationNews::Closed, _) => (News::Closed, paths::join(home)),
        (ApplicationNews::EndsSoon, true) => (News::EndsSoon, paths::waiting(home)),
        (ApplicationNews::EndsSoon, false) => (News::EndsForGood, paths::waiting(home)),
    };
    let letter = |words: &phrases::Words| Application { news, day: words.date(&facts.ends_at), link };
    Ok(desk.write_to(&to, letter).await?.into())
}
