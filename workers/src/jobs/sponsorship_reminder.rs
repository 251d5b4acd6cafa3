//! Reminds the member who was asked and has not answered.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters::said;
use crate::letters::sponsorship_reminder::SponsorshipReminder as Reminder;
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use sponsorship::{jobs::SponsorshipReminder, letters};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: SponsorshipReminder) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let Some(facts) = letters::reminder(&context.db, &desk.caller(), job.sponsorship).await? else { return NOT_NEEDED };
    let Some(to) = desk.recipient(facts.sponsor).await?.filter(|to| to.sponsorship_letters) else { return NOT_NEEDED };
    let link = paths::vouch(&desk.house.home, facts.sponsorship);
    let now = context.db.clock().now();
    let fate = desk.write_to(&to, |w| Reminder {
        applicant: facts.applicant_name.clone(),
        words: said(&facts.note, 500),
        since: w.ago(&facts.requested_at, &now),
        until: w.day(&facts.expires_at),
        link,
    });
    Ok(fate.await?.into())
}
