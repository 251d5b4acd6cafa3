//! Listings that say a town and have no place.

use super::places::known;
use database::{CommunityTx, DatabaseError};
use kernel::{ListingId, MemberId};
use places::Place;
use uuid::Uuid;

/// One of them.
pub(crate) struct Placeless {
    pub id: ListingId,
    pub town: String,
    /// The town where its author lives, if they said so.
    pub home: Option<Place>,
}

/// Some that were not looked at by this reading; they are this transaction's until it ends.
pub(crate) async fn unread(tx: &mut CommunityTx, reading: i16, most: i64) -> Result<Vec<Placeless>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        r#"select l.id, l.town,
               (select p.place from member_place p
                where p.community_id = $1 and p.member_id = l.author_id and p.which = 'home') as home
           from listing l
           where l.community_id = $1 and l.place is null and l.town <> '' and l.placed_by < $2
           order by l.placed_by, l.id
           limit $3
           for no key update skip locked"#,
        community,
        reading,
        most,
    )
    .fetch_all(tx.conn())
    .await?;
    let listing =
        |id: Uuid, town, home: Option<String>| Placeless { id: id.into(), town, home: known(home.as_deref()) };
    Ok(rows.into_iter().map(|row| listing(row.id, row.town, row.home)).collect())
}

/// A member's own that are open.
pub(crate) async fn of_author(
    tx: &mut CommunityTx,
    author: MemberId,
    most: i64,
) -> Result<Vec<Placeless>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "select id, town from listing
         where community_id = $1 and author_id = $2 and state in ('checking', 'returned', 'agreeing', 'open') and place is null and town <> ''
         order by id
         limit $3
         for no key update",
        community,
        author.0,
        most,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| Placeless { id: row.id.into(), town: row.town, home: None }).collect())
}

/// Keeps the places that were found, and that all of them were looked at.
pub(crate) async fn keep(
    tx: &mut CommunityTx,
    reading: i16,
    read: &[(ListingId, Option<Place>)],
) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    let ids: Vec<Uuid> = read.iter().map(|(id, _)| id.0).collect();
    let codes: Vec<Option<String>> = read.iter().map(|(_, place)| place.map(|place| place.id().to_string())).collect();
    let latitudes: Vec<Option<f64>> = read.iter().map(|(_, place)| place.map(|place| place.point.latitude)).collect();
    let longitudes: Vec<Option<f64>> = read.iter().map(|(_, place)| place.map(|place| place.point.longitude)).collect();
    let cells: Vec<Option<i32>> = read.iter().map(|(_, place)| place.map(|place| places::cell(place.point))).collect();
    sqlx::query!(
        "update listing l set place = r.place, latitude = r.latitude, longitude = r.longitude, cell = r.cell, placed_by = $2
         from unnest($3::uuid[], $4::text[], $5::float8[], $6::float8[], $7::integer[]) as r (id, place, latitude, longitude, cell)
         where l.community_id = $1 and l.id = r.id and l.place is null",
        community,
        reading,
        &ids,
        &codes as &[Option<String>],
        &latitudes as &[Option<f64>],
        &longitudes as &[Option<f64>],
        &cells as &[Option<i32>],
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
