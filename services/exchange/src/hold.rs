//! A listing held still while another noun writes about it.

use crate::{Direction, State, store};
use database::{CommunityTx, DatabaseError};
use kernel::{ListingId, MemberId};

/// What other nouns need to know of a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListingHead {
    /// The listing.
    pub id: ListingId,
    /// Whose it is.
    pub author: MemberId,
    /// Which way it goes.
    pub direction: Direction,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub state: State,
}

/// The listing, kept from being closed until the transaction ends. Nothing when it is absent, foreign, or shown to
/// nobody.
pub async fn hold_tx(tx: &mut CommunityTx, listing: ListingId) -> Result<Option<ListingHead>, DatabaseError> {
    store::one::hold_shared(tx, listing).await
}
