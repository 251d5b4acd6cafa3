//! Tells a host or an applicant of a meeting between them.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters::{meeting::Meeting, said};
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use sponsorship::{MeetingNews, jobs::MeetingLetter, letters};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: MeetingLetter) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let Some(facts) = letters::meeting(&context.db, &desk.caller(), &job).await? else { return NOT_NEEDED };
    let Some(to) = desk.recipient(job.member).await?.filter(|to| to.sponsorship_letters) else { return NOT_NEEDED };
    let home = &desk.house.home;
    let link = match (facts.to_host, job.news) {
        // Whose turn is over sees that meeting no more.
        (true, MeetingNews::Missed) => paths::my_hosting(home),
        (true, _) => paths::hosting(home, job.meeting),
        (false, _) => paths::meeting(home, job.meeting),
    };
    let letter = |words: &phrases::Words| Meeting {
        name: facts.name,
        news: job.news,
        to_host: facts.to_host,
        words: said(&facts.words, 500),
        day: facts.until_at.map(|at| words.day(&at)).unwrap_or_default(),
        link,
    };
    Ok(desk.write_to(&to, letter).await?.into())
}
