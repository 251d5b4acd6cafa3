//! Tells an author that their listing is about to end.

use super::send::{Desk, Fate, NOT_NEEDED};
use crate::context::Context;
use crate::letters::listing_expiring::ListingExpiring as Expiring;
use crate::letters::said;
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use exchange::{ListingExpiring, expire};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: ListingExpiring) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let Some(facts) = expire::warn(&context.db, &desk.caller(), &job).await? else { return NOT_NEEDED };
    let wished = desk.recipient(facts.author).await?.filter(|to| to.listing_letters);
    let fate = match &wished {
        None => Fate::Unreachable,
        Some(to) => {
            let says = |w: &phrases::Words| Expiring {
                title: said(&facts.title, 120),
                day: w.day(&facts.expires_at),
                soon: w.until(&facts.expires_at, &job.due_at()),
                link: paths::renew(&desk.house.home, facts.listing),
            };
            desk.write_to(to, says).await?
        }
    };
    if matches!(fate, Fate::Sent | Fate::Unreachable) {
        expire::warned(&context.db, &desk.caller(), &job).await?;
    }
    Ok(fate.into())
}
