//! What is promised to somebody.

use crate::{Direction, ExchangeError, Kind, State};
use database::{CommunityTx, DatabaseError};
use kernel::{ListingId, MemberId};

/// A listing under our lock.
pub(crate) struct Held {
    pub direction: Direction,
    pub kind: Kind,
    pub state: State,
    /// Whether it is promised to somebody.
    pub reserved: bool,
}

/// Locks the listing until the transaction ends, if it is `author`'s own; somebody else's is not found.
pub(crate) async fn hold_own(tx: &mut CommunityTx, id: ListingId, author: MemberId) -> Result<Held, ExchangeError> {
    held(tx, id, author).await?.ok_or(ExchangeError::NotFound)
}

async fn held(tx: &mut CommunityTx, id: ListingId, author: MemberId) -> Result<Option<Held>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select direction, kind, state, reserved_at from listing
         where community_id = $1 and id = $2 and author_id = $3
         for no key update",
        community,
        id.0,
        author.0
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        Ok(Held {
            direction: row.direction.parse().map_err(DatabaseError::damaged)?,
            kind: row.kind.parse().map_err(DatabaseError::damaged)?,
            state: row.state.parse().map_err(DatabaseError::damaged)?,
            reserved: row.reserved_at.is_some(),
        })
    })
    .transpose()
}

/// It is promised from now on, or since it was before.
pub(crate) async fn mark(tx: &mut CommunityTx, id: ListingId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update listing set reserved_at = coalesce(reserved_at, $3)
         where community_id = $1 and id = $2 and state = 'open' and kind <> 'outing'",
        community,
        id.0,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// It is promised to nobody any more.
pub(crate) async fn free(tx: &mut CommunityTx, id: ListingId) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!("update listing set reserved_at = null where community_id = $1 and id = $2", community, id.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}
