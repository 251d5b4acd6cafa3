//! Those first to whose authors the reader is linked best, the newest first where they are linked alike; then everybody else's, the newest
//! first (decision 0047). Who is linked how was looked up before, at most so many people: their listings are found by author, a few
//! hundred authors at a time, until the page is full.

use super::{list, plan};
use crate::{Direction, Kind, ListingFilter, ListingRow, Settlement, State, limits, near::Circle, words::search_words};
use database::{CommunityTx, DatabaseError};
use kernel::{Cursor, LinkedAlike, ListingId, Page, PageRequest, Timestamp};
use std::collections::HashMap;
use uuid::Uuid;

/// The rank of whoever is not among those linked; all others stand before it.
const OTHERS: i64 = 1_000_000;

/// What is asked for, its words as they are looked for, the circle that is meant, and what the page before ended with.
type Wanted<'a> = (&'a ListingFilter, &'a [String], Option<&'a Circle>, Option<&'a Passed>);

/// The last of the page before.
struct Passed {
    rank: i64,
    created_at: Timestamp,
    id: Uuid,
}

/// Authors with the rank of each, as two columns.
#[derive(Default)]
struct Ranked {
    authors: Vec<Uuid>,
    ranks: Vec<i64>,
}

impl Ranked {
    fn of(linked: &[LinkedAlike]) -> Self {
        let pairs = linked.iter().flat_map(|alike| alike.members.iter().map(|member| (member.0, rank(alike))));
        let (authors, ranks) = pairs.unzip();
        Self { authors, ranks }
    }
}

/// The nearer somebody is, the less.
fn rank(alike: &LinkedAlike) -> i64 {
    OTHERS - i64::from(alike.millionths)
}

/// One page. A place in this list is a rank, written as microseconds since 1970, and an id, which tells the moment: as long as nobody's
/// ties change between two pages nothing is lost or shown twice.
pub(crate) async fn trusted(
    tx: &mut CommunityTx,
    filter: &ListingFilter,
    circle: Option<&Circle>,
    page: &PageRequest,
) -> Result<Page<ListingRow>, DatabaseError> {
    plan::for_this_filter(tx).await?;
    let words = filter.words.as_deref().map(search_words).unwrap_or_default();
    let after = passed(tx, page.after).await?;
    let asked = (filter, words.as_slice(), circle, after.as_ref());
    let (mut rows, placed) = match list::few(tx, filter, circle, &words).await? {
        Some(few) => (HashMap::new(), among(tx, asked, &few, page).await?),
        None => class_by_class(tx, asked, page).await?,
    };
    let missing: Vec<ListingId> =
        placed.iter().map(|(id, _)| ListingId(*id)).filter(|id| !rows.contains_key(id)).collect();
    rows.extend(list::by_ids(tx, &missing).await?.into_iter().map(|row| (row.id, row)));
    let placed: Vec<(ListingRow, Cursor)> = placed
        .into_iter()
        .filter_map(|(id, rank)| Some((rows.remove(&ListingId(id))?, Cursor { at: moment(rank)?, id })))
        .collect();
    Ok(Page::cut(placed, page, |(_, place)| *place).map(|(row, _)| row))
}

fn moment(rank: i64) -> Option<Timestamp> {
    chrono::DateTime::from_timestamp_micros(rank)
}

async fn passed(tx: &mut CommunityTx, after: Option<Cursor>) -> Result<Option<Passed>, DatabaseError> {
    let community = tx.community().0;
    let Some(after) = after else { return Ok(None) };
    let created_at =
        sqlx::query_scalar!("select created_at from listing where community_id = $1 and id = $2", community, after.id)
            .fetch_optional(tx.conn())
            .await?;
    let rank = after.at.timestamp_micros();
    Ok(Some(Passed { rank, created_at: created_at.unwrap_or_default(), id: after.id }))
}

/// Ids with their ranks, in order.
type Placed = Vec<(Uuid, i64)>;

/// Whole classes of those linked alike, some at a time, then everybody else, until the page is full. Rows of everybody else come whole.
async fn class_by_class(
    tx: &mut CommunityTx,
    wanted: Wanted<'_>,
    page: &PageRequest,
) -> Result<(HashMap<ListingId, ListingRow>, Placed), DatabaseError> {
    let (filter, _, circle, after) = wanted;
    let wanted_rows = usize::try_from(page.limit()).unwrap_or(usize::MAX);
    let mut found: Placed = Vec::new();
    for some in together(filter, after) {
        found.extend(of_authors(tx, wanted, &Ranked::of(some), page).await?);
        if found.len() >= wanted_rows {
            found.truncate(wanted_rows);
            return Ok((HashMap::new(), found));
        }
    }
    let after =
        after.filter(|passed| passed.rank >= OTHERS).map(|passed| Cursor { at: passed.created_at, id: passed.id });
    let others = others(tx, (filter, circle), after, wanted_rows - found.len()).await?;
    found.extend(others.iter().map(|row| (row.id.0, OTHERS)));
    Ok((others.into_iter().map(|row| (row.id, row)).collect(), found))
}

/// So many listings of everybody who is not linked. A page is at most a hundred, and here one more may be wanted.
async fn others(
    tx: &mut CommunityTx,
    (filter, circle): (&ListingFilter, Option<&Circle>),
    mut after: Option<Cursor>,
    wanted: usize,
) -> Result<Vec<ListingRow>, DatabaseError> {
    let mut rows = Vec::new();
    while rows.len() < wanted {
        let left = u32::try_from(wanted - rows.len()).unwrap_or(u32::MAX);
        let page = list::matching(tx, filter, circle, &PageRequest::new(left, after)).await?;
        rows.extend(page.items);
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    Ok(rows)
}

/// The classes that the page before has not passed, as many at a time as are looked up at once.
fn together<'a>(filter: &'a ListingFilter, after: Option<&Passed>) -> Vec<&'a [LinkedAlike]> {
    let done = after.map_or(0, |passed| filter.linked.iter().take_while(|alike| rank(alike) < passed.rank).count());
    let mut rest = filter.linked.get(done..).unwrap_or_default();
    let mut all = Vec::new();
    while !rest.is_empty() {
        let mut authors = 0;
        let begun = rest.iter().take_while(|alike| {
            let room = authors < limits::AUTHORS_AT_ONCE;
            authors += alike.members.len();
            room
        });
        let (some, others) = rest.split_at(begun.count());
        all.push(some);
        rest = others;
    }
    all
}

/// Listings of these authors, by rank and then the newest first, as many as the page needs: of each author no more than that. By the index of
/// authors, whatever their state (`offset 0`): PostgreSQL would walk the newest of all, and go on to the oldest where an author has few.
async fn of_authors(
    tx: &mut CommunityTx,
    (filter, words, circle, after): Wanted<'_>,
    ranked: &Ranked,
    page: &PageRequest,
) -> Result<Placed, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        r#"select l.id as "id!", a.rank as "rank!"
           from unnest($3::uuid[], $4::bigint[]) as a (author, rank)
           cross join lateral (select standing from member where community_id = $1 and id = a.author offset 0) as m
           cross join lateral (
               select l.id, l.created_at
               from (
                   select * from listing where community_id = $1 and author_id = a.author
                   order by created_at desc, id desc offset 0
               ) as l
               where l.state = $2
                 and listing_is_shown(l.state, m.standing, l.let_through_at)
                 and ($5::bigint is null or a.rank > $5 or (l.created_at, l.id) < ($6::timestamptz, $7::uuid))
                 and listing_fits(l.direction, l.kind, l.settlements, l.category, l.town, l.words, $8, $9, $10, $11, $12,
                     search_query($13::text[]))
                 and ($14::float8 is null or kilometres($14, $15, l.latitude, l.longitude) <= $16)
                 and ($17::uuid is null or l.author_id = $17)
               order by l.created_at desc, l.id desc
               limit $18
           ) as l
           order by a.rank, l.created_at desc, l.id desc
           limit $18"#,
        community,
        filter.state.unwrap_or(State::Open).as_str(),
        &ranked.authors,
        &ranked.ranks,
        after.map(|passed| passed.rank),
        after.map(|passed| passed.created_at),
        after.map(|passed| passed.id),
        filter.direction.map(Direction::as_str),
        filter.kind.map(Kind::as_str),
        filter.settlement.map(Settlement::as_str),
        filter.category.as_deref().filter(|category| !category.is_empty()),
        filter.town.as_deref().map(str::trim).filter(|town| !town.is_empty()),
        words,
        circle.map(|circle| circle.middle.point.latitude),
        circle.map_or(0.0, |circle| circle.middle.point.longitude),
        circle.map_or(0.0, |circle| circle.kilometres),
        filter.author.map(Uuid::from),
        page.limit(),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.rank)).collect())
}

/// Of a few listings that have what is rare of what is asked for, everybody's.
async fn among(
    tx: &mut CommunityTx,
    (filter, words, circle, after): Wanted<'_>,
    few: &[Uuid],
    page: &PageRequest,
) -> Result<Placed, DatabaseError> {
    let (community, ranked) = (tx.community().0, Ranked::of(&filter.linked));
    let rows = sqlx::query!(
        r#"select l.id as "id!", r.rank as "rank!"
           from unnest($3::uuid[]) as one (id)
           cross join lateral (select * from listing where community_id = $1 and id = one.id and state = $2 offset 0) as l
           cross join lateral (select standing from member where community_id = $1 and id = l.author_id offset 0) as m
           left join unnest($4::uuid[], $5::bigint[]) as a (author, rank) on a.author = l.author_id
           cross join lateral (select coalesce(a.rank, $6) as rank) as r
           where listing_is_shown(l.state, m.standing, l.let_through_at)
             and ($7::bigint is null or r.rank > $7 or (r.rank = $7 and (l.created_at, l.id) < ($8::timestamptz, $9::uuid)))
             and listing_fits(l.direction, l.kind, l.settlements, l.category, l.town, l.words, $10, $11, $12, $13, $14,
                 search_query($15::text[]))
             and ($16::float8 is null or kilometres($16, $17, l.latitude, l.longitude) <= $18)
             and ($19::uuid is null or l.author_id = $19)
           order by r.rank, l.created_at desc, l.id desc
           limit $20"#,
        community,
        filter.state.unwrap_or(State::Open).as_str(),
        few,
        &ranked.authors,
        &ranked.ranks,
        OTHERS,
        after.map(|passed| passed.rank),
        after.map(|passed| passed.created_at),
        after.map(|passed| passed.id),
        filter.direction.map(Direction::as_str),
        filter.kind.map(Kind::as_str),
        filter.settlement.map(Settlement::as_str),
        filter.category.as_deref().filter(|category| !category.is_empty()),
        filter.town.as_deref().map(str::trim).filter(|town| !town.is_empty()),
        words,
        circle.map(|circle| circle.middle.point.latitude),
        circle.map_or(0.0, |circle| circle.middle.point.longitude),
        circle.map_or(0.0, |circle| circle.kilometres),
        filter.author.map(Uuid::from),
        page.limit(),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.rank)).collect())
}
