//! Gives listings without a place theirs, where their town can be told.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use exchange::{PlaceListings, place_listings::place_listings};
use kernel::Caller;

/// Steps in one go; whatever is left is looked at in the next hour.
const STEPS: usize = 50;

pub(crate) async fn handle(context: &Context, leased: &Leased, _: PlaceListings) -> Handled {
    let caller = Caller::house(leased.community);
    let mut placed = 0;
    for _ in 0..STEPS {
        let step = place_listings(&context.db, &caller).await?;
        placed += step.placed;
        if !step.more {
            break;
        }
    }
    Ok(if placed > 0 { Outcome::Done } else { Outcome::NotNeeded })
}
