//! Sends one member's weekly letter: what is new, not theirs, not seen; never empty.

use super::send::{Desk, Fate, NOT_NEEDED};
use crate::context::Context;
use crate::letters::digest::{Digest, Row};
use crate::letters::said;
use crate::outcome::{Handled, Outcome};
use crate::paths;
use database::queue::Leased;
use exchange::Direction;
use exchange::digest::{Composed, FreshListing, compose};
use kernel::ListingId;
use notice::{DigestLetter, Settlement, settle};
use phrases::Words;

/// Listings in one letter; more would not be read.
const SHOWN: usize = 8;
/// Listings looked at: what is beyond the shown ones is only counted.
const LOOKED_AT: i64 = 40;

pub(crate) async fn handle(context: &Context, leased: &Leased, job: DigestLetter) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let caller = desk.caller();
    let Some(composed) = compose(&context.db, &caller, job.digest, LOOKED_AT).await? else { return NOT_NEEDED };
    let home = desk.house.home.clone();
    let handed = desk.hand_over_to(&composed.to, |w| letter(*w, &home, &composed)).await?;
    if let Some(settlement) = settlement(&handed.fate, &composed) {
        settle(&context.db, &caller, job.digest, &settlement, handed.line.as_ref()).await?;
    }
    Ok(handed.fate.into())
}

/// How the digest ends; nothing while the letter is to be tried again.
fn settlement(fate: &Fate, composed: &Composed) -> Option<Settlement> {
    match fate {
        Fate::Sent => {
            let listings: Vec<ListingId> = composed.listings.iter().take(SHOWN).map(|listing| listing.id).collect();
            Some(Settlement::Sent { listings })
        }
        Fate::Unreachable | Fate::Ends(Outcome::Never { .. }) => Some(Settlement::Failed),
        Fate::Ends(_) => None,
    }
}

fn letter(w: Words, home: &str, composed: &Composed) -> Digest {
    let Composed { digest, to, listings } = composed;
    let row = |listing: &FreshListing| Row {
        is_request: listing.direction == Direction::Request,
        title: said(&listing.title, 120),
        author: listing.author_name.clone(),
        town: listing.town.clone(),
        since: w.ago(&listing.created_at, &digest.until),
        link: paths::listing(home, listing.id),
        goes_with: listing.goes_with.as_deref().map(|title| said(title, 80)),
    };
    Digest {
        name: to.name.clone(),
        rows: listings.iter().take(SHOWN).map(row).collect(),
        more: listings.len().saturating_sub(SHOWN),
        all_link: paths::listings(home),
    }
}
