//! What listings say besides their words.

use crate::{Extent, ListingRow, Outing};
use chrono::NaiveDate;
use database::{CommunityTx, DatabaseError};
use kernel::{ListingId, Timestamp};
use std::collections::HashMap;
use uuid::Uuid;

/// What is kept of one listing.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    pub extent: Extent,
    /// Grows with every change that those who come to an outing have to know of.
    pub revision: i32,
}

struct Columns {
    listing_id: Uuid,
    quantity: Option<i16>,
    available_from: Option<NaiveDate>,
    available_until: Option<NaiveDate>,
    loan_days: Option<i16>,
    starts_at: Option<Timestamp>,
    ends_at: Option<Timestamp>,
    seats: Option<i16>,
    for_guests: bool,
    revision: i32,
}

impl Columns {
    fn kept(self) -> Kept {
        let Self { ends_at, seats, for_guests, .. } = self;
        let outing = self.starts_at.map(|starts_at| Outing { starts_at, ends_at, seats, for_guests });
        let extent = Extent {
            quantity: self.quantity,
            available_from: self.available_from,
            available_until: self.available_until,
            loan_days: self.loan_days,
            outing,
        };
        Kept { extent, revision: self.revision }
    }
}

/// Keeps it in the place of whatever was there; no row is made for a listing that says nothing.
pub(crate) async fn save(tx: &mut CommunityTx, listing: ListingId, extent: &Extent) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    let outing = extent.outing.as_ref();
    sqlx::query!(
        "insert into listing_extent
             (community_id, listing_id, quantity, available_from, available_until, loan_days, starts_at, ends_at, seats, for_guests)
         select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
         where $11 or exists (select 1 from listing_extent where community_id = $1 and listing_id = $2)
         on conflict (community_id, listing_id) do update set
             quantity = excluded.quantity, available_from = excluded.available_from, available_until = excluded.available_until,
             loan_days = excluded.loan_days, starts_at = excluded.starts_at, ends_at = excluded.ends_at, seats = excluded.seats,
             for_guests = excluded.for_guests",
        community,
        listing.0,
        extent.quantity,
        extent.available_from,
        extent.available_until,
        extent.loan_days,
        outing.map(|outing| outing.starts_at),
        outing.and_then(|outing| outing.ends_at),
        outing.and_then(|outing| outing.seats),
        outing.is_some_and(|outing| outing.for_guests),
        *extent != Extent::default(),
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What one listing says; nothing of any of it where it says nothing.
pub(crate) async fn of(tx: &mut CommunityTx, listing: ListingId) -> Result<Kept, DatabaseError> {
    let community = tx.community().0;
    let found = sqlx::query_as!(
        Columns,
        "select listing_id, quantity, available_from, available_until, loan_days, starts_at, ends_at, seats, for_guests, revision
         from listing_extent where community_id = $1 and listing_id = $2",
        community,
        listing.0
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.map(Columns::kept).unwrap_or_default())
}

/// Puts what they say into the rows of a list.
pub(crate) async fn fill(tx: &mut CommunityTx, rows: &mut [ListingRow]) -> Result<(), DatabaseError> {
    let ids: Vec<ListingId> = rows.iter().map(|row| row.id).collect();
    let mut found = of_all(tx, &ids).await?;
    for row in rows {
        row.extent = found.remove(&row.id).unwrap_or_default();
    }
    Ok(())
}

/// Of these listings, whoever may see them.
pub(crate) async fn of_all(
    tx: &mut CommunityTx,
    ids: &[ListingId],
) -> Result<HashMap<ListingId, Extent>, DatabaseError> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let community = tx.community().0;
    let found = sqlx::query_as!(
        Columns,
        "select listing_id, quantity, available_from, available_until, loan_days, starts_at, ends_at, seats, for_guests, revision
         from listing_extent where community_id = $1 and listing_id = any ($2)",
        community,
        &ids
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(by_listing(found))
}

/// Of these listings, as far as they are shown to anybody.
pub(crate) async fn shown(
    tx: &mut CommunityTx,
    ids: &[ListingId],
) -> Result<HashMap<ListingId, Extent>, DatabaseError> {
    let community = tx.community().0;
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).take(crate::limits::ROWS_AT_ONCE).collect();
    let found = sqlx::query_as!(
        Columns,
        "select e.listing_id, e.quantity, e.available_from, e.available_until, e.loan_days, e.starts_at, e.ends_at, e.seats,
             e.for_guests, e.revision
         from listing_extent e
         join listing l on l.community_id = e.community_id and l.id = e.listing_id
         join member m on m.community_id = l.community_id and m.id = l.author_id
         where e.community_id = $1 and e.listing_id = any ($2) and listing_is_shown(l.state, m.standing, l.let_through_at)",
        community,
        &ids
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(by_listing(found))
}

fn by_listing(found: Vec<Columns>) -> HashMap<ListingId, Extent> {
    found.into_iter().map(|columns| (columns.listing_id.into(), columns.kept().extent)).collect()
}

/// Where a listing is, as its author wrote it.
pub(crate) async fn town(tx: &mut CommunityTx, listing: ListingId) -> Result<String, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!("select town from listing where community_id = $1 and id = $2", community, listing.0)
        .fetch_one(tx.conn())
        .await?)
}

/// Lets an open listing end then; the end as the database keeps it.
pub(crate) async fn move_end(
    tx: &mut CommunityTx,
    listing: ListingId,
    end: Timestamp,
) -> Result<Timestamp, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        "update listing set expires_at = $3, warned_for = null where community_id = $1 and id = $2 and state = 'open'
         returning expires_at",
        community,
        listing.0,
        end
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Notes that those who come have something to know of; the new number.
pub(crate) async fn revise(tx: &mut CommunityTx, listing: ListingId) -> Result<i32, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        "update listing_extent set revision = revision + 1 where community_id = $1 and listing_id = $2 returning revision",
        community,
        listing.0
    )
    .fetch_one(tx.conn())
    .await?)
}
