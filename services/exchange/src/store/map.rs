//! Listings by towns. A map has no pages: what it looks at is bounded instead ([`limits::MAP_LISTINGS`]), and read by the same
//! indexes as the list: what is rare one by one, a circle by its cells, anything else from the newest on.

use super::{list, plan};
use crate::{
    Direction, Kind, ListingFilter, Settlement, SpotListing, State, limits, near::Circle, words::search_words,
};
use database::{CommunityTx, DatabaseError};
use kernel::{Language, ListingId, Timestamp};
use places::Cells;
use uuid::Uuid;

/// The listings of one town.
pub(crate) struct Counted {
    /// The code of the town.
    pub place: String,
    pub listings: i64,
    /// At most [`limits::SPOT_NEWEST`], the newest first.
    pub newest: Vec<(Timestamp, SpotListing)>,
}

/// What was counted.
pub(crate) struct Found {
    pub towns: Vec<Counted>,
    /// Whether everything was looked at.
    pub whole: bool,
}

struct Record {
    place: String,
    listings: i64,
    ids: Vec<Uuid>,
    titles: Vec<String>,
    directions: Vec<String>,
    languages: Vec<String>,
    moments: Vec<Timestamp>,
}

/// Where the listings are that the list would show; those without a place are left out.
#[expect(clippy::too_many_lines, reason = "one statement")]
pub(crate) async fn by_towns(
    tx: &mut CommunityTx,
    filter: &ListingFilter,
    circle: Option<&Circle>,
) -> Result<Found, DatabaseError> {
    // Written out: a filter that is new to the list does not compile until the map heeds it as well.
    let ListingFilter {
        direction,
        kind,
        settlement,
        category,
        town,
        words,
        author,
        state,
        // Among the few that are looked at one by one.
        group: _,
        near: _,
        order: _,
        linked: _,
    } = filter;
    let words = words.as_deref().map(search_words).unwrap_or_default();
    let (community, state) = (tx.community().0, state.unwrap_or(State::Open).as_str());
    plan::for_this_filter(tx).await?;
    let few = list::few(tx, filter, circle, &words).await?;
    let cells = circle.map(|circle| Cells::around(circle.middle.point, circle.kilometres));
    let whole = few.is_some() || count(tx, state, cells.as_ref()).await? <= limits::MAP_LISTINGS;
    compile_nothing(tx).await?;
    let records = sqlx::query_as!(
        Record,
        r#"select found.place as "place!", count(*) as "listings!",
               (array_agg(found.id order by found.created_at desc, found.id desc))[1:$17] as "ids!",
               (array_agg(found.title order by found.created_at desc, found.id desc))[1:$17] as "titles!",
               (array_agg(found.direction order by found.created_at desc, found.id desc))[1:$17] as "directions!",
               (array_agg(found.language order by found.created_at desc, found.id desc))[1:$17] as "languages!",
               (array_agg(found.created_at order by found.created_at desc, found.id desc))[1:$17] as "moments!"
           from (
               select l.id, l.place, l.title, l.direction, l.language, l.created_at
               from (
                   (
                       select * from listing
                       where community_id = $1 and state = $2 and cell is not null and $3::uuid[] is null and $4::integer[] is null
                       order by created_at desc, id desc
                       limit $16
                   )
                   union all
                   (
                       select around.* from unnest($4::integer[], $5::integer[]) as run (first, last)
                       cross join lateral (
                           select * from listing
                           where community_id = $1 and state = $2 and cell between run.first and run.last offset 0
                       ) around
                       where $3::uuid[] is null
                       limit $16
                   )
                   union all
                   (
                       select * from listing
                       where community_id = $1 and state = $2 and cell is not null and $3::uuid[] is not null and id = any ($3)
                   )
               ) l
               join member m on m.community_id = l.community_id and m.id = l.author_id
               where listing_is_shown(l.state, m.standing, l.let_through_at)
                 and listing_fits(l.direction, l.kind, l.settlements, l.category, l.town, l.words, $6, $7, $8, $9, $10, search_query($15::text[]))
                 and ($11::uuid is null or l.author_id = $11)
                 and ($12::float8 is null or kilometres($12, $13, l.latitude, l.longitude) <= $14)
           ) found
           group by found.place
           order by count(*) desc, found.place"#,
        community,
        state,
        few.as_deref(),
        cells.as_ref().map(|cells| cells.first.as_slice()),
        cells.as_ref().map(|cells| cells.last.as_slice()),
        direction.map(Direction::as_str),
        kind.map(Kind::as_str),
        settlement.map(Settlement::as_str),
        category.as_deref().filter(|category| !category.is_empty()),
        town.as_deref().map(str::trim).filter(|town| !town.is_empty()),
        author.map(Uuid::from),
        circle.map(|circle| circle.middle.point.latitude),
        circle.map_or(0.0, |circle| circle.middle.point.longitude),
        circle.map_or(0.0, |circle| circle.kilometres),
        &words,
        limits::MAP_LISTINGS,
        i32::try_from(limits::SPOT_NEWEST).unwrap_or(i32::MAX),
    )
    .fetch_all(tx.conn())
    .await?;
    let towns = records.into_iter().map(Record::counted).collect::<Result<_, _>>()?;
    Ok(Found { towns, whole })
}

/// PostgreSQL thinks this so long a statement that it would compile it, which takes twice as long as running it.
async fn compile_nothing(tx: &mut CommunityTx) -> Result<(), DatabaseError> {
    sqlx::query!("select set_config('jit', 'off', true)").fetch_one(tx.conn()).await?;
    Ok(())
}

/// The listings that have a place, of all or of these cells, counted as far as one more than a map looks at.
async fn count(tx: &mut CommunityTx, state: &str, cells: Option<&Cells>) -> Result<i64, DatabaseError> {
    let community = tx.community().0;
    let everywhere = Cells { first: vec![i32::MIN], last: vec![i32::MAX] };
    let cells = cells.unwrap_or(&everywhere);
    let counted = sqlx::query_scalar!(
        r#"select count(*) as "count!" from (
               select 1 from unnest($3::integer[], $4::integer[]) as run (first, last)
               cross join lateral (
                   select cell from listing
                   where community_id = $1 and state = $2 and cell between run.first and run.last offset 0
               ) around
               limit $5::bigint + 1
           ) found"#,
        community,
        state,
        &cells.first,
        &cells.last,
        limits::MAP_LISTINGS,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(counted)
}

impl Record {
    fn counted(self) -> Result<Counted, DatabaseError> {
        let words = self.directions.into_iter().zip(self.languages);
        let rest = self.titles.into_iter().zip(words).zip(self.moments);
        let newest = self.ids.into_iter().zip(rest).map(|(id, ((title, (direction, language)), moment))| {
            let direction: Direction = direction.parse().map_err(DatabaseError::damaged)?;
            let language: Language = language.parse().map_err(DatabaseError::damaged)?;
            Ok::<_, DatabaseError>((moment, SpotListing { id: ListingId(id), direction, title, language }))
        });
        let newest = newest.collect::<Result<_, _>>()?;
        Ok(Counted { place: self.place, listings: self.listings, newest })
    }
}
