//! What the community allows in a listing.

use crate::{Settlement, store};
use chrono::Duration;
use chrono_tz::Tz;
use database::{CommunityTx, DatabaseError};
use kernel::Timestamp;

/// The community's say about listings, read in the transaction that writes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// What may be given in return, in the order of the forms.
    pub settlements: Vec<Settlement>,
    /// The categories to choose from; empty when the community imposes none.
    pub categories: Vec<String>,
    /// Days until a listing expires.
    pub listing_days: i32,
    /// The community's time zone, in which dates and hours are typed.
    pub zone: Tz,
    /// This moment.
    pub now: Timestamp,
}

impl Rules {
    /// Until when a listing is shown that is renewed at this moment.
    pub fn renewed_until(&self) -> Timestamp {
        self.now + Duration::days(self.listing_days.into())
    }
}

pub(crate) async fn rules(tx: &mut CommunityTx) -> Result<Rules, DatabaseError> {
    let row = store::rules::of_community(tx).await?;
    let allowed = |one: &Settlement| row.policy.settlements.iter().any(|word| word == one.as_str());
    let settlements = Settlement::ALL.iter().copied().filter(allowed).collect();
    let (categories, listing_days) = (row.categories, row.listing_days);
    Ok(Rules { settlements, categories, listing_days, zone: row.zone, now: tx.now() })
}
