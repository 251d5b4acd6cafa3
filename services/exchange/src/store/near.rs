//! The nearest first. Row-level security lets an index compare the numbers of cells, and nothing
//! that has to do with distance: so each statement begins with the runs of cells that a circle touches, and measures what is in them.

use super::{
    group, list, plan,
    terms::{self, Asked},
};
use crate::{Direction, Kind, ListingFilter, ListingRow, Settlement, State, limits, near::Circle, words::search_words};
use database::{CommunityTx, DatabaseError};
use kernel::{Cursor, ListingId, Page, PageRequest, Timestamp};
use places::Cells;
use std::collections::HashMap;
use uuid::Uuid;

/// Kilometres of the first circle that is looked into; each further one is so many times wider.
const FIRST: f64 = 6.0;
const WIDER: f64 = 4.0;

/// The nearest of a circle, the newest first within a town: of ever wider circles the first that holds a whole page, so that a neighbourhood
/// is not measured to its end where what is next door fills the page.
pub(crate) async fn nearest(
    tx: &mut CommunityTx,
    filter: &ListingFilter,
    circle: &Circle,
    page: &PageRequest,
) -> Result<Page<ListingRow>, DatabaseError> {
    plan::for_this_filter(tx).await?;
    let words = filter.words.as_deref().map(search_words).unwrap_or_default();
    let after = passed(tx, page.after).await?;
    let asked = (filter, words.as_slice(), after.as_ref());
    let found = match some(tx, filter, &words).await? {
        Some(some) => among(tx, asked, circle, &some, page).await?,
        None => wider_and_wider(tx, asked, circle, page).await?,
    };
    let ids: Vec<ListingId> = found.iter().map(|(id, _)| ListingId(*id)).collect();
    let mut rows: HashMap<ListingId, ListingRow> =
        list::by_ids(tx, &ids).await?.into_iter().map(|row| (row.id, row)).collect();
    let placed: Vec<(ListingRow, Cursor)> = found
        .into_iter()
        .filter_map(|(id, metres)| Some((rows.remove(&ListingId(id))?, Cursor { at: moment(metres)?, id })))
        .collect();
    Ok(Page::cut(placed, page, |(_, place)| *place).map(|(row, _)| row))
}

/// Those that have what is rarest of what is asked for, where they are so few that each can be measured.
async fn some(
    tx: &mut CommunityTx,
    filter: &ListingFilter,
    words: &[String],
) -> Result<Option<Vec<Uuid>>, DatabaseError> {
    if let Some(group) = filter.group {
        return group::listings(tx, group, filter).await.map(Some);
    }
    match terms::rarest(tx, &Asked::of(filter, words), limits::MEASURED_LISTINGS).await? {
        Some(rarest) if rarest.count <= limits::MEASURED_LISTINGS => terms::having(tx, &rarest).await.map(Some),
        _ => Ok(None),
    }
}

/// What is asked for, its words as they are looked for, and what the page before ended with.
type Wanted<'a> = (&'a ListingFilter, &'a [String], Option<&'a Passed>);

/// The last of the page before.
struct Passed {
    metres: i64,
    created_at: Timestamp,
    id: Uuid,
}

/// A place in a list that goes by distance: the metres, written as microseconds since 1970, and the id, which tells the moment.
async fn passed(tx: &mut CommunityTx, after: Option<Cursor>) -> Result<Option<Passed>, DatabaseError> {
    let community = tx.community().0;
    let Some(after) = after else { return Ok(None) };
    let created_at =
        sqlx::query_scalar!("select created_at from listing where community_id = $1 and id = $2", community, after.id)
            .fetch_optional(tx.conn())
            .await?;
    let metres = after.at.timestamp_micros();
    Ok(Some(Passed { metres, created_at: created_at.unwrap_or_default(), id: after.id }))
}

async fn wider_and_wider(
    tx: &mut CommunityTx,
    wanted: Wanted<'_>,
    circle: &Circle,
    page: &PageRequest,
) -> Result<Vec<(Uuid, i64)>, DatabaseError> {
    let beyond = wanted.2.map_or(0.0, |passed| kilometres(passed.metres));
    let mut reach = FIRST;
    loop {
        let last = reach >= circle.kilometres;
        let within = Circle { kilometres: reach.min(circle.kilometres), ..*circle };
        // What the cursor has passed needs no circle of its own.
        let found = if last || reach > beyond { by_town(tx, wanted, &within, page).await? } else { Vec::new() };
        if last || i64::try_from(found.len()).is_ok_and(|count| count >= page.limit()) {
            return Ok(found);
        }
        reach *= WIDER;
    }
}

/// The nearest of one circle, with their metres, as many as the page needs: town by town, since a listing is where its town is. From each town
/// the index leads to the next, and of each the newest are looked through until the page is full.
#[expect(clippy::too_many_lines, reason = "one statement")]
async fn by_town(
    tx: &mut CommunityTx,
    (filter, words, after): Wanted<'_>,
    circle: &Circle,
    page: &PageRequest,
) -> Result<Vec<(Uuid, i64)>, DatabaseError> {
    let community = tx.community().0;
    let cells = Cells::around(circle.middle.point, circle.kilometres);
    let rows = sqlx::query!(
        r#"with recursive town (last, cell, place, latitude, longitude) as (
               select run.last, l.cell, l.place, l.latitude, l.longitude
               from unnest($3::integer[], $4::integer[]) as run (first, last)
               cross join lateral (
                   select cell, place, latitude, longitude from listing
                   where community_id = $1 and state = $2 and cell between run.first and run.last
                   order by cell, place limit 1
               ) as l
               union all
               select town.last, l.cell, l.place, l.latitude, l.longitude
               from town
               cross join lateral (
                   select cell, place, latitude, longitude from listing
                   where community_id = $1 and state = $2 and cell is not null and (cell, place) > (town.cell, town.place)
                     and cell <= town.last
                   order by cell, place limit 1
               ) as l
           )
           select l.id as "id!", near.metres as "metres!"
           from (
               select cell, place, metres
               from (select cell, place, round(1000 * kilometres($5, $6, latitude, longitude))::bigint as metres from town) as measured
               where metres between coalesce($8::bigint, 0) and $7::bigint
               order by metres
           ) as near
           cross join lateral (
               select l.id, l.created_at from listing l
               join member m on m.community_id = l.community_id and m.id = l.author_id
               where l.community_id = $1 and l.state = $2 and l.cell = near.cell and l.place = near.place
                 and listing_is_shown(l.state, m.standing, l.let_through_at)
                 and ($8::bigint is null or near.metres > $8 or (l.created_at, l.id) < ($18::timestamptz, $9::uuid))
                 and listing_fits(l.direction, l.kind, l.settlements, l.category, l.town, l.words, $10, $11, $12, $13, $17,
                     search_query($15::text[]))
                 and ($14::uuid is null or l.author_id = $14)
               order by l.created_at desc, l.id desc
               limit $16
           ) as l
           order by near.metres, l.created_at desc, l.id desc
           limit $16"#,
        community,
        filter.state.unwrap_or(State::Open).as_str(),
        &cells.first,
        &cells.last,
        circle.middle.point.latitude,
        circle.middle.point.longitude,
        metres(circle.kilometres),
        after.map(|passed| passed.metres),
        after.map(|passed| passed.id),
        filter.direction.map(Direction::as_str),
        filter.kind.map(Kind::as_str),
        filter.settlement.map(Settlement::as_str),
        filter.category.as_deref().filter(|category| !category.is_empty()),
        filter.author.map(Uuid::from),
        words,
        page.limit(),
        filter.town.as_deref().map(str::trim).filter(|town| !town.is_empty()),
        after.map(|passed| passed.created_at),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.metres)).collect())
}

/// The nearest of some that have what is asked for, each measured.
async fn among(
    tx: &mut CommunityTx,
    (filter, words, after): Wanted<'_>,
    circle: &Circle,
    some: &[Uuid],
    page: &PageRequest,
) -> Result<Vec<(Uuid, i64)>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        r#"select l.id as "id!", d.metres as "metres!"
           from unnest($3::uuid[]) as one (id)
           cross join lateral (
               select * from listing where community_id = $1 and id = one.id and state = $2 and cell is not null offset 0
           ) as l
           cross join lateral (select standing from member where community_id = $1 and id = l.author_id offset 0) as m
           cross join lateral (select round(1000 * kilometres($4, $5, l.latitude, l.longitude))::bigint as metres) as d
           where listing_is_shown(l.state, m.standing, l.let_through_at) and d.metres <= $6
             and ($7::bigint is null or d.metres > $7 or (d.metres = $7 and (l.created_at, l.id) < ($8::timestamptz, $9::uuid)))
             and listing_fits(l.direction, l.kind, l.settlements, l.category, l.town, l.words, $10, $11, $12, $13, $14,
                 search_query($15::text[]))
             and ($16::uuid is null or l.author_id = $16)
           order by d.metres, l.created_at desc, l.id desc
           limit $17"#,
        community,
        filter.state.unwrap_or(State::Open).as_str(),
        some,
        circle.middle.point.latitude,
        circle.middle.point.longitude,
        metres(circle.kilometres),
        after.map(|passed| passed.metres),
        after.map(|passed| passed.created_at),
        after.map(|passed| passed.id),
        filter.direction.map(Direction::as_str),
        filter.kind.map(Kind::as_str),
        filter.settlement.map(Settlement::as_str),
        filter.category.as_deref().filter(|category| !category.is_empty()),
        filter.town.as_deref().map(str::trim).filter(|town| !town.is_empty()),
        words,
        filter.author.map(Uuid::from),
        page.limit(),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.metres)).collect())
}

/// The listings of a circle's cells, when they are [`limits::FEW_LISTINGS`] at the most; nothing when there are more.
pub(crate) async fn few(
    tx: &mut CommunityTx,
    filter: &ListingFilter,
    circle: &Circle,
) -> Result<Option<Vec<Uuid>>, DatabaseError> {
    let community = tx.community().0;
    let cells = Cells::around(circle.middle.point, circle.kilometres);
    let found = sqlx::query_scalar!(
        "select around.id from unnest($3::integer[], $4::integer[]) as run (first, last)
         cross join lateral (
             select id from listing
             where community_id = $1 and state = $2 and cell between run.first and run.last
             limit $5::bigint + 1
         ) around
         limit $5::bigint + 1",
        community,
        filter.state.unwrap_or(State::Open).as_str(),
        &cells.first,
        &cells.last,
        limits::FEW_LISTINGS,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(i64::try_from(found.len()).is_ok_and(|count| count <= limits::FEW_LISTINGS).then_some(found))
}

fn moment(metres: i64) -> Option<Timestamp> {
    chrono::DateTime::from_timestamp_micros(metres)
}

#[expect(clippy::cast_possible_truncation, reason = "half the globe at the most")]
fn metres(kilometres: f64) -> i64 {
    (kilometres * 1_000.0).round() as i64
}

#[expect(clippy::cast_precision_loss, reason = "metres on the Earth, or a forged cursor")]
fn kilometres(metres: i64) -> f64 {
    metres as f64 / 1_000.0
}
