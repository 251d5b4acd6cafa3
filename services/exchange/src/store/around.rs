//! The newest within a circle, found by what is rarest there: a term knows the cell of its listing, so that an index gives both at once and
//! no listing is read only to be counted (decision 52).

use super::{
    list::{ListRecord, Narrowed},
    terms::{self, Asked, Rarest},
};
use crate::{Direction, Kind, ListingFilter, Settlement, State, limits, near::Circle};
use database::{CommunityTx, DatabaseError};
use kernel::PageRequest;
use places::Cells;
use uuid::Uuid;

/// What a page is gone through for: the words' terms, or else exactly these, within the cells.
pub(super) struct Within {
    words: Rarest,
    exactly: Vec<String>,
    cells: Cells,
}

/// What is rarest within the circle, as long as it is not common. Of words that are not common anywhere the index is read from one end to the
/// other, wherever they are: that is still less than to look into listings for them.
pub(super) async fn within(
    tx: &mut CommunityTx,
    filter: &ListingFilter,
    circle: &Circle,
    words: &[String],
) -> Result<Option<Within>, DatabaseError> {
    let cells = Cells::around(circle.middle.point, circle.kilometres);
    let most = limits::WALKED_LISTINGS;
    if let Some(words) = terms::rarest(tx, &Asked::of(filter, words).said(), most).await?
        && words.count <= most
    {
        return Ok(Some(Within { words, exactly: Vec::new(), cells }));
    }
    let (exactly, count) = terms::rarest_within(tx, &Asked::of(filter, words), &cells, most).await?;
    Ok((count <= most).then(|| Within { words: Rarest::default(), exactly, cells }))
}

/// A page of them and one more, each looked at only until the page is full.
#[expect(clippy::too_many_lines, reason = "one statement")]
pub(super) async fn records(
    tx: &mut CommunityTx,
    (filter, words, circle): Narrowed<'_>,
    within: &Within,
    page: &PageRequest,
) -> Result<Vec<ListRecord>, DatabaseError> {
    let (community, beginning) = (tx.community().0, page.beginning());
    let records = sqlx::query_as!(
        ListRecord,
        r#"select l.id, l.direction, l.kind, l.settlements, l.title, left(l.body, $13) as "excerpt!", l.category, l.town, l.place, l.state,
               l.language, l.created_at, l.expires_at, l.audience, l.urgent_until, l.reserved_at, l.circle_id, m.id as author_id, m.number as author_number, m.name as author_name,
               m.town as author_town, m.standing as author_standing, m.role as author_role, m.founder as author_founder,
               m.joined_at as author_joined_at
           from (
               select distinct d.created_at, d.id
               from (
                   select t.created_at, t.listing_id as id
                   from unnest($14::text[], $18::text[]) as range (low, high)
                   cross join lateral (
                       select created_at, listing_id, cell from listing_term
                       where community_id = $1 and term >= range.low and term < range.high and cell is not null offset 0
                   ) as t
                   where exists (
                       select from unnest($19::integer[], $20::integer[]) as run (first, last) where t.cell between run.first and run.last
                   )
                   union all
                   select t.created_at, t.listing_id as id
                   from unnest($22::text[]) as exactly (term)
                   cross join unnest($19::integer[], $20::integer[]) as run (first, last)
                   cross join lateral (
                       select created_at, listing_id from listing_term
                       where community_id = $1 and term = exactly.term and cell between run.first and run.last offset 0
                   ) as t
               ) as d
               where (d.created_at, d.id) < ($10, $11)
               order by d.created_at desc, d.id desc
               offset 0
           ) as d
           cross join lateral (select * from listing where community_id = $1 and id = d.id and state = $2 offset 0) as l
           cross join lateral (select * from member where community_id = $1 and id = l.author_id offset 0) as m
           where listing_is_shown(l.state, m.standing, l.let_through_at)
             and listing_fits(l.direction, l.kind, l.settlements, l.category, l.town, l.words, $3, $4, $5, $6, $7, search_query($9::text[]))
             and ($8::uuid is null or l.author_id = $8)
             and ($15::float8 is null or kilometres($15, $16, l.latitude, l.longitude) <= $17)
             and l.author_id <> all ($21::uuid[])
           order by d.created_at desc, d.id desc
           limit $12"#,
        community,
        filter.state.unwrap_or(State::Open).as_str(),
        filter.direction.map(Direction::as_str),
        filter.kind.map(Kind::as_str),
        filter.settlement.map(Settlement::as_str),
        filter.category.as_deref().filter(|category| !category.is_empty()),
        filter.town.as_deref().map(str::trim).filter(|town| !town.is_empty()),
        filter.author.map(Uuid::from),
        words,
        beginning.at,
        beginning.id,
        page.limit(),
        limits::EXCERPT,
        &within.words.low,
        circle.map(|circle| circle.middle.point.latitude),
        circle.map_or(0.0, |circle| circle.middle.point.longitude),
        circle.map_or(0.0, |circle| circle.kilometres),
        &within.words.high,
        &within.cells.first,
        &within.cells.last,
        &filter.in_front(),
        &within.exactly,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(records)
}
