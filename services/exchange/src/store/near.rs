//! The nearest first, and how many there are within a circle. Row-level security lets an index compare the numbers of cells, and nothing
//! that has to do with distance: so each statement begins with the runs of cells that a circle touches, and measures what is in them.

use super::{list, terms};
use crate::{Direction, Kind, ListingFilter, ListingRow, Settlement, State, limits, near::Circle, words::search_words};
use database::{CommunityTx, DatabaseError};
use kernel::{Cursor, ListingId, Page, PageRequest, Timestamp};
use places::Cells;
use std::collections::HashMap;
use uuid::Uuid;

/// Kilometres of the first circle that is looked into; each further one is so many times wider.
const FIRST: f64 = 6.0;
const WIDER: f64 = 4.0;

/// The nearest of a circle: of ever wider circles the first that holds a whole page, so that a neighbourhood is not measured to its end
/// where what is next door fills the page.
pub(crate) async fn nearest(
    tx: &mut CommunityTx,
    filter: &ListingFilter,
    circle: &Circle,
    page: &PageRequest,
) -> Result<Page<ListingRow>, DatabaseError> {
    let beyond = metres_of(page.after).map_or(0.0, |(metres, _)| kilometres(metres));
    list::plan_for_this_filter(tx).await?;
    let words = filter.words.as_deref().map(search_words).unwrap_or_default();
    let few = terms::few(tx, filter, &words).await?;
    let mut reach = if few.is_some() { circle.kilometres } else { FIRST };
    let found = loop {
        let last = reach >= circle.kilometres;
        let within = Circle { kilometres: reach.min(circle.kilometres), ..*circle };
        // What the cursor has passed needs no circle of its own.
        let found = if last || reach > beyond {
            in_circle(tx, filter, &within, few.as_deref(), page).await?
        } else {
            Vec::new()
        };
        if last || i64::try_from(found.len()).is_ok_and(|count| count >= page.limit()) {
            break found;
        }
        reach *= WIDER;
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

/// The nearest of one circle, with their metres, as many as the page needs; of all that are there, or only of a few that have what is
/// asked for. Without `offset 0` PostgreSQL reads all listings of the community instead: it takes a run of cells for a ninth of them.
async fn in_circle(
    tx: &mut CommunityTx,
    filter: &ListingFilter,
    circle: &Circle,
    few: Option<&[Uuid]>,
    page: &PageRequest,
) -> Result<Vec<(Uuid, i64)>, DatabaseError> {
    let community = tx.community().0;
    let cells = Cells::around(circle.middle.point, circle.kilometres);
    let words = filter.words.as_deref().map(search_words).unwrap_or_default();
    let after = metres_of(page.after);
    let rows = sqlx::query!(
        r#"select l.id as "id!", d.metres as "metres!"
           from (
               select around.* from unnest($3::integer[], $4::integer[]) as run (first, last)
               cross join lateral (
                   select * from listing
                   where community_id = $1 and state = $2 and cell between run.first and run.last offset 0
               ) around
               where $18::uuid[] is null
               union all
               select * from listing
               where community_id = $1 and state = $2 and cell is not null and $18 is not null and id = any ($18)
           ) l
           join member m on m.community_id = l.community_id and m.id = l.author_id
           cross join lateral (select round(1000 * kilometres($5, $6, l.latitude, l.longitude))::bigint as metres) d
           where listing_is_shown(l.state, m.standing, l.let_through_at) and d.metres <= $7
             and ($8::bigint is null or (d.metres, l.id) > ($8, $9::uuid))
             and listing_fits(l.direction, l.kind, l.settlements, l.category, l.town, l.words, $10, $11, $12, $13, $17,
                 search_query($15::text[]))
             and ($14::uuid is null or l.author_id = $14)
           order by d.metres, l.id
           limit $16"#,
        community,
        filter.state.unwrap_or(State::Open).as_str(),
        &cells.first,
        &cells.last,
        circle.middle.point.latitude,
        circle.middle.point.longitude,
        metres(circle.kilometres),
        after.map(|(metres, _)| metres),
        after.map(|(_, id)| id),
        filter.direction.map(Direction::as_str),
        filter.kind.map(Kind::as_str),
        filter.settlement.map(Settlement::as_str),
        filter.category.as_deref().filter(|category| !category.is_empty()),
        filter.author.map(Uuid::from),
        &words,
        page.limit(),
        filter.town.as_deref().map(str::trim).filter(|town| !town.is_empty()),
        few,
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

/// A place in a list that goes by distance: the metres, written as microseconds since 1970, and the id.
fn metres_of(after: Option<Cursor>) -> Option<(i64, Uuid)> {
    after.map(|cursor| (cursor.at.timestamp_micros(), cursor.id))
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
