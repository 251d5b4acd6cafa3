//! Where a search begins: with whatever it asks for that the fewest listings have (bar C7, decision 26).
//!
//! Row-level security lets no index answer a text search, because its operators are not leakproof; comparing texts is. The terms
//! stand in a table of their own, which the database keeps by itself.

use crate::{Direction, Kind, ListingFilter, Settlement, limits};
use database::{CommunityTx, DatabaseError};
use places::Cells;
use uuid::Uuid;

/// What a list is narrowed to, as the table names it.
pub(super) struct Asked<'a> {
    words: &'a [String],
    /// Of what kind, and what: `category`, `Bricolage`.
    narrowed: Vec<(&'static str, String)>,
}

impl<'a> Asked<'a> {
    pub fn of(filter: &ListingFilter, words: &'a [String]) -> Self {
        let term = |kind: &'static str, text: Option<&str>| {
            let text = text.map(str::trim).filter(|text| !text.is_empty())?;
            Some((kind, text.to_owned()))
        };
        let all = [
            term("direction", filter.direction.map(Direction::as_str)),
            term("kind", filter.kind.map(Kind::as_str)),
            term("settlement", filter.settlement.map(Settlement::as_str)),
            term("category", filter.category.as_deref()),
            term("town", filter.town.as_deref()),
        ];
        Self { words, narrowed: all.into_iter().flatten().collect() }
    }

    /// Without what is common wherever there are many listings.
    pub fn rarer(mut self) -> Self {
        self.narrowed.retain(|(kind, _)| matches!(*kind, "category" | "town"));
        self
    }

    /// Its words alone.
    pub fn said(mut self) -> Self {
        self.narrowed.clear();
        self
    }

    /// Whatever it is narrowed to, each with the one term that says so; where it is narrowed to nothing, the two of which each listing has one.
    fn exactly(&self) -> Vec<(i64, &'static str, String)> {
        if self.narrowed.is_empty() {
            return vec![(0, "direction", "offer".to_owned()), (0, "direction", "request".to_owned())];
        }
        (1..).zip(&self.narrowed).map(|(place, (kind, text))| (place, *kind, text.clone())).collect()
    }
}

/// The terms of what the fewest open listings of these cells are narrowed to, and how many listings those are: counted as far as one more
/// than `most`.
pub(super) async fn rarest_within(
    tx: &mut CommunityTx,
    asked: &Asked<'_>,
    cells: &Cells,
    most: i64,
) -> Result<(Vec<String>, i64), DatabaseError> {
    let community = tx.community().0;
    let (mut places, mut kinds, mut texts) = (Vec::new(), Vec::new(), Vec::new());
    for (place, kind, text) in asked.exactly() {
        places.push(place);
        kinds.push(kind.to_owned());
        texts.push(text);
    }
    let row = sqlx::query!(
        r#"select array_agg(asked.term) as "terms!", sum((
               select count(*) from (
                   select from unnest($5::integer[], $6::integer[]) as run (first, last)
                   cross join lateral (
                       select from listing_term t
                       where t.community_id = $1 and t.term = asked.term and t.cell between run.first and run.last
                       limit $7::bigint + 1
                   ) as around
                   limit $7::bigint + 1
               ) as found
           ))::bigint as "count!"
           from (
               select place, '=' || kind || ':' || folded(text) as term
               from unnest($2::bigint[], $3::text[], $4::text[]) as narrowed (place, kind, text)
           ) as asked
           group by asked.place
           order by 2
           limit 1"#,
        community,
        &places,
        &kinds,
        &texts,
        &cells.first,
        &cells.last,
        most,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok((row.terms, row.count))
}

/// The listings that may match, when something that is asked for holds for [`limits::FEW_LISTINGS`] at the most; nothing when all of
/// it is common, or nothing is asked for.
pub(super) async fn few(
    tx: &mut CommunityTx,
    filter: &ListingFilter,
    words: &[String],
) -> Result<Option<Vec<Uuid>>, DatabaseError> {
    match rarest(tx, &Asked::of(filter, words), limits::FEW_LISTINGS).await? {
        Some(rarest) if rarest.count <= limits::FEW_LISTINGS => having(tx, &rarest).await.map(Some),
        _ => Ok(None),
    }
}

/// The ranges of terms of what the fewest listings have, and how many: counted as far as one more than `most`, in each range.
pub(super) async fn rarest(
    tx: &mut CommunityTx,
    asked: &Asked<'_>,
    most: i64,
) -> Result<Option<Rarest>, DatabaseError> {
    if asked.words.is_empty() && asked.narrowed.is_empty() {
        return Ok(None);
    }
    let community = tx.community().0;
    let (kinds, texts): (Vec<String>, Vec<String>) =
        asked.narrowed.iter().map(|(kind, text)| ((*kind).to_owned(), text.clone())).unzip();
    let row = sqlx::query_as!(
        Rarest,
        r#"select array_agg(asked.low) as "low!", array_agg(asked.high) as "high!", sum((
               select count(*) from (
                   select 1 from listing_term t
                   where t.community_id = $1 and t.term >= asked.low and t.term < asked.high
                   limit $5::bigint + 1
               ) as found
           ))::bigint as "count!"
           from (
               select place, folded(form) as low, folded(form) || case when number = 1 then chr(1114111) else chr(1) end as high
               from unnest($2::text[]) with ordinality as word (forms, place)
               cross join lateral unnest(string_to_array(forms, '|')) with ordinality as said (form, number)
               union all
               select -place, '=' || kind || ':' || folded(text), '=' || kind || ':' || folded(text) || chr(1)
               from unnest($3::text[], $4::text[]) with ordinality as narrowed (kind, text, place)
           ) as asked
           where asked.low <> ''
           group by asked.place
           order by 3
           limit 1"#,
        community,
        asked.words,
        &kinds,
        &texts,
        most,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row)
}

/// From where to where in the order of terms, and how many are there.
#[derive(Default)]
pub(super) struct Rarest {
    pub low: Vec<String>,
    pub high: Vec<String>,
    pub count: i64,
}

pub(super) async fn having(tx: &mut CommunityTx, ranges: &Rarest) -> Result<Vec<Uuid>, DatabaseError> {
    let community = tx.community().0;
    let listings = sqlx::query_scalar!(
        r#"select distinct t.listing_id as "id!" from unnest($2::text[], $3::text[]) as range (low, high)
           cross join lateral (
               select listing_id from listing_term where community_id = $1 and term >= range.low and term < range.high offset 0
           ) as t"#,
        community,
        &ranges.low,
        &ranges.high,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(listings)
}
