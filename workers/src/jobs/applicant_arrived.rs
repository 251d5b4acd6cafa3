//! Tells the stewards that somebody waits for them.

use super::send::{Desk, Fate, NOT_NEEDED};
use crate::context::Context;
use crate::letters::said;
use crate::letters::someone_applied::SomeoneApplied;
use crate::outcome::{Handled, Outcome};
use crate::paths;
use database::queue::Leased;
use membership::{jobs::ApplicantArrived, recipient::stewards};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: ApplicantArrived) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let found = desk.recipient(job.member).await?;
    let Some(applicant) = found.filter(|one| one.standing.is_waiting()) else { return NOT_NEEDED };
    let about = membership::views::member(&context.db, &desk.caller(), job.member)
        .await?
        .map(|seen| seen.about)
        .unwrap_or_default();
    let mut outcome = Outcome::NotNeeded;
    for steward in stewards(&context.db, &desk.caller()).await?.iter().filter(|s| s.sponsorship_letters) {
        let letter = SomeoneApplied {
            applicant: applicant.name.clone(),
            words: said(&about, 300),
            link: paths::desk(&desk.house.home),
        };
        match desk.write_to(steward, |_| letter).await? {
            Fate::Sent => outcome = Outcome::Done,
            Fate::Unreachable => {}
            Fate::Ends(ends) => return Ok(ends),
        }
    }
    Ok(outcome)
}
