//! Brings a request to the member whose address was typed, if there is one, and writes to them.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters::said;
use crate::letters::sponsorship_asked::SponsorshipAsked as Asked;
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use sponsorship::{deliver, jobs::SponsorshipAsked};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: SponsorshipAsked) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let Some(facts) = deliver::deliver(&context.db, &desk.caller(), job.sponsorship).await? else { return NOT_NEEDED };
    let Some(to) = desk.recipient(facts.sponsor).await?.filter(|to| to.sponsorship_letters) else { return NOT_NEEDED };
    let link = paths::vouch(&desk.house.home, facts.sponsorship);
    let fate = desk.write_to(&to, |w| Asked {
        applicant: facts.applicant_name.clone(),
        words: said(&facts.note, 500),
        until: w.day(&facts.expires_at),
        link,
    });
    Ok(fate.await?.into())
}
