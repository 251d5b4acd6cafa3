//! What the community allows in a listing.

use crate::{Settlement, store};
use database::{CommunityTx, DatabaseError};

/// The community's say about listings, read in the transaction that writes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// What may be given in return, in the order of the forms.
    pub settlements: Vec<Settlement>,
    /// The categories to choose from; empty when the community imposes none.
    pub categories: Vec<String>,
    /// Days until a listing expires.
    pub listing_days: i32,
}

pub(crate) async fn rules(tx: &mut CommunityTx) -> Result<Rules, DatabaseError> {
    let row = store::rules::of_community(tx).await?;
    let allowed = |one: &Settlement| row.policy.settlements.iter().any(|word| word == one.as_str());
    let settlements = Settlement::ALL.iter().copied().filter(allowed).collect();
    Ok(Rules { settlements, categories: row.categories, listing_days: row.listing_days })
}
