//! What is for one group, and what the group is called.

use super::list::ListRecord;
use crate::{ListingFilter, ListingRow, State, limits};
use database::{CommunityTx, DatabaseError};
use kernel::GroupId;
use uuid::Uuid;

/// What is for one group, the newest [`limits::GROUP_LISTINGS`], whatever else is asked for.
pub(super) async fn listings(
    tx: &mut CommunityTx,
    group: GroupId,
    filter: &ListingFilter,
) -> Result<Vec<Uuid>, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        "select id from listing where community_id = $1 and circle_id = $2 and state = $3
         order by created_at desc, id desc limit $4",
        community,
        group.0,
        filter.state.unwrap_or(State::Open).as_str(),
        limits::GROUP_LISTINGS,
    )
    .fetch_all(tx.conn())
    .await?)
}

/// The rows, each with what the group is called for which it is; asked for only where one is for a group.
pub(super) async fn named(tx: &mut CommunityTx, records: Vec<ListRecord>) -> Result<Vec<ListingRow>, DatabaseError> {
    let mut rows = records.into_iter().map(ListRecord::row).collect::<Result<Vec<_>, _>>()?;
    let ids: Vec<GroupId> = rows.iter().filter_map(|row| row.group.as_ref()).map(|group| group.id).collect();
    let names = groups::views::names_tx(tx, &ids).await?;
    for group in rows.iter_mut().filter_map(|row| row.group.as_mut()) {
        group.name = names.get(&group.id).cloned().unwrap_or_default();
    }
    Ok(rows)
}
