//! What is new for one member: the listings of a digest.

use crate::{Direction, Kind, store};
use database::{CommunityTx, DatabaseError};
use kernel::{ListingId, MemberId, Timestamp};

/// A line of a digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreshListing {
    /// The listing.
    pub id: ListingId,
    /// Its title.
    pub title: String,
    /// Which way it goes.
    pub direction: Direction,
    /// What it is about.
    pub kind: Kind,
    /// Where.
    pub town: String,
    /// Who published it.
    pub author_name: String,
    /// When.
    pub created_at: Timestamp,
}

/// The newest open listings published after `since` and not after `until` that are not the member's own and that they
/// have not seen, at most `limit`, newest first.
pub async fn fresh_for(
    tx: &mut CommunityTx,
    member: MemberId,
    since: Timestamp,
    until: Timestamp,
    limit: i64,
) -> Result<Vec<FreshListing>, DatabaseError> {
    store::fresh::for_member(tx, member, since, until, limit).await
}
