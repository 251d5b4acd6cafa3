//! Composes and sends one member's weekly letter: what is new, not theirs, not seen; never empty.

use super::send::{Desk, Fate, NOT_NEEDED};
use crate::context::Context;
use crate::letters::digest::{Digest, Row};
use crate::letters::said;
use crate::outcome::{Handled, Outcome, Trouble};
use crate::paths;
use database::queue::Leased;
use exchange::{Direction, digest::FreshListing, digest::fresh_for};
use kernel::ListingId;
use notice::{DigestLetter, PlannedDigest, Settlement, planned, settle};
use phrases::Words;

/// Listings in one letter; more would not be read.
const SHOWN: usize = 8;
/// Listings looked at: what is beyond the shown ones is only counted.
const LOOKED_AT: i64 = 40;

pub(crate) async fn handle(context: &Context, leased: &Leased, job: DigestLetter) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let caller = desk.caller();
    let Some(digest) = planned(&context.db, &caller, job.digest).await? else { return NOT_NEEDED };
    let to = desk.recipient(digest.member).await?.filter(|to| digest.wanted && to.digest && to.standing.is_inside());
    let fresh = if to.is_some() { fresh(context, leased, &digest).await? } else { Vec::new() };
    let (Some(to), false) = (to, fresh.is_empty()) else {
        settle(&context.db, &caller, digest.id, Settlement::Empty).await?;
        return NOT_NEEDED;
    };
    let shown: Vec<ListingId> = fresh.iter().take(SHOWN).map(|listing| listing.id).collect();
    let home = desk.house.home.clone();
    let fate = desk.write_to(&to, |w| letter(*w, &home, &to.name, &digest, &fresh)).await?;
    match &fate {
        Fate::Sent => settle(&context.db, &caller, digest.id, Settlement::Sent { listings: shown }).await?,
        Fate::Unreachable | Fate::Ends(Outcome::Never { .. }) => {
            settle(&context.db, &caller, digest.id, Settlement::Failed).await?
        }
        Fate::Ends(_) => false,
    };
    Ok(fate.into())
}

/// What the letter is about: requests first, newest first among equals.
async fn fresh(context: &Context, leased: &Leased, digest: &PlannedDigest) -> Result<Vec<FreshListing>, Trouble> {
    let mut tx = context.db.begin(leased.community).await?;
    let mut fresh = fresh_for(&mut tx, digest.member, digest.since, digest.until, LOOKED_AT).await?;
    tx.commit().await?;
    fresh.sort_by_key(|listing| listing.direction != Direction::Request);
    Ok(fresh)
}

fn letter(w: Words, home: &str, name: &str, digest: &PlannedDigest, fresh: &[FreshListing]) -> Digest {
    let row = |listing: &FreshListing| Row {
        is_request: listing.direction == Direction::Request,
        title: said(&listing.title, 120),
        author: listing.author_name.clone(),
        town: listing.town.clone(),
        since: w.ago(&listing.created_at, &digest.until),
        link: paths::listing(home, listing.id),
    };
    Digest {
        name: name.to_owned(),
        rows: fresh.iter().take(SHOWN).map(row).collect(),
        more: fresh.len().saturating_sub(SHOWN),
        all_link: paths::listings(home),
    }
}
