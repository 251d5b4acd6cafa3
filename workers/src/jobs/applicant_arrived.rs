//! Tells one steward that somebody waits for them.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters::said;
use crate::letters::someone_applied::SomeoneApplied;
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use kernel::{Role, Standing};
use membership::{Recipient, jobs::ApplicantArrived};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: ApplicantArrived) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let found = desk.recipient(job.member).await?;
    let Some(applicant) = found.filter(|one| one.standing.is_waiting()) else { return NOT_NEEDED };
    let Some(steward) = desk.recipient(job.steward).await?.filter(is_to_be_told) else { return NOT_NEEDED };
    let about = membership::views::member(&context.db, &desk.caller(), job.member)
        .await?
        .map(|seen| seen.about)
        .unwrap_or_default();
    let letter =
        SomeoneApplied { applicant: applicant.name, words: said(&about, 300), link: paths::desk(&desk.house.home) };
    Ok(desk.write_to(&steward, |_| letter).await?.into())
}

/// Still in office, and wishing such letters.
fn is_to_be_told(steward: &Recipient) -> bool {
    let officer = matches!(steward.role, Role::Steward | Role::Owner);
    officer && steward.standing == Standing::Member && steward.sponsorship_letters
}
