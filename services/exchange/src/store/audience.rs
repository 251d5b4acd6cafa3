//! For whom listings are.

use crate::{Audience, Direction, State};
use database::{CommunityTx, DatabaseError};
use kernel::{GroupId, ListingId, MemberId, Timestamp};
use std::collections::HashSet;
use uuid::Uuid;

/// A listing under our lock.
pub(crate) struct Held {
    pub author: MemberId,
    pub title: String,
    pub direction: Direction,
    pub state: State,
    pub audience: Audience,
    pub created_at: Timestamp,
}

/// Locks the listing until the transaction ends.
pub(crate) async fn hold(tx: &mut CommunityTx, id: ListingId) -> Result<Option<Held>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select author_id, title, direction, state, audience, created_at from listing
         where community_id = $1 and id = $2
         for no key update",
        community,
        id.0
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        Ok(Held {
            author: row.author_id.into(),
            title: row.title,
            direction: row.direction.parse().map_err(DatabaseError::damaged)?,
            state: row.state.parse().map_err(DatabaseError::damaged)?,
            audience: row.audience.parse().map_err(DatabaseError::damaged)?,
            created_at: row.created_at,
        })
    })
    .transpose()
}

/// The group that a listing is for.
pub(crate) async fn group_of(tx: &mut CommunityTx, id: ListingId) -> Result<Option<GroupId>, DatabaseError> {
    let community = tx.community().0;
    let found =
        sqlx::query_scalar!("select circle_id from listing where community_id = $1 and id = $2", community, id.0);
    Ok(found.fetch_optional(tx.conn()).await?.flatten().map(GroupId))
}

/// Shows it to more people, to whom it is as new as if it were published now.
pub(crate) async fn widen(tx: &mut CommunityTx, id: ListingId, audience: Audience) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update listing set audience = $3, circle_id = null, created_at = $4 where community_id = $1 and id = $2 and state = 'open'",
        community,
        id.0,
        audience.as_str(),
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Of these pairs those whose listing is for the member beside it.
pub(crate) async fn reached(
    tx: &mut CommunityTx,
    pairs: &[(ListingId, MemberId)],
) -> Result<HashSet<(ListingId, MemberId)>, DatabaseError> {
    let community = tx.community().0;
    let (listings, members): (Vec<Uuid>, Vec<Uuid>) =
        pairs.iter().map(|(listing, member)| (listing.0, member.0)).unzip();
    let rows = sqlx::query!(
        r#"select l.id, pair.member as "member!" from unnest($2::uuid[], $3::uuid[]) as pair (listing, member)
           join listing l on l.community_id = $1 and l.id = pair.listing
           where l.audience = 'everyone' or listing_reaches(l.community_id, l.id, l.author_id, l.audience, l.circle_id, pair.member)"#,
        community,
        &listings,
        &members,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.id.into(), row.member.into())).collect())
}
