//! Where a search begins: with whatever it asks for that the fewest listings have (bar C7, decision 26).
//!
//! Row-level security lets no index answer a text search, because its operators are not leakproof; comparing texts is. The terms
//! stand in a table of their own, which the database keeps by itself.

use crate::{Direction, Kind, ListingFilter, Settlement, limits};
use database::{CommunityTx, DatabaseError};
use uuid::Uuid;

/// The listings that may match, when something that is asked for holds for [`limits::FEW_LISTINGS`] at the most; nothing when all of
/// it is common, or nothing is asked for.
pub(super) async fn few(
    tx: &mut CommunityTx,
    filter: &ListingFilter,
    words: &[String],
) -> Result<Option<Vec<Uuid>>, DatabaseError> {
    let (kinds, texts): (Vec<String>, Vec<String>) = narrowed(filter).into_iter().unzip();
    if words.is_empty() && kinds.is_empty() {
        return Ok(None);
    }
    let Some((low, high, count)) = rarest(tx, words, &kinds, &texts).await? else { return Ok(None) };
    if count > limits::FEW_LISTINGS { Ok(None) } else { having(tx, &low, &high).await.map(Some) }
}

/// What a list is narrowed to besides words, as the table names it.
fn narrowed(filter: &ListingFilter) -> Vec<(String, String)> {
    let term = |kind: &str, text: Option<&str>| {
        let text = text.map(str::trim).filter(|text| !text.is_empty())?;
        Some((kind.to_owned(), text.to_owned()))
    };
    let all = [
        term("direction", filter.direction.map(Direction::as_str)),
        term("kind", filter.kind.map(Kind::as_str)),
        term("settlement", filter.settlement.map(Settlement::as_str)),
        term("category", filter.category.as_deref()),
        term("town", filter.town.as_deref()),
    ];
    all.into_iter().flatten().collect()
}

/// From where to where in the order of terms the fewest listings are, and how many: counted as far as one more than a few.
async fn rarest(
    tx: &mut CommunityTx,
    words: &[String],
    kinds: &[String],
    texts: &[String],
) -> Result<Option<(String, String, i64)>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        r#"select asked.low as "low!", asked.high as "high!", (
               select count(*) from (
                   select 1 from listing_term t
                   where t.community_id = $1 and t.term >= asked.low and t.term < asked.high
                   limit $5::bigint + 1
               ) as found
           ) as "count!"
           from (
               select folded(word) as low, folded(word) || chr(1114111) as high from unnest($2::text[]) as word
               union all
               select '=' || kind || ':' || folded(text), '=' || kind || ':' || folded(text) || chr(1)
               from unnest($3::text[], $4::text[]) as narrowed (kind, text)
           ) as asked
           where asked.low <> ''
           order by 3
           limit 1"#,
        community,
        words,
        kinds,
        texts,
        limits::FEW_LISTINGS,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| (row.low, row.high, row.count)))
}

async fn having(tx: &mut CommunityTx, low: &str, high: &str) -> Result<Vec<Uuid>, DatabaseError> {
    let community = tx.community().0;
    let listings = sqlx::query_scalar!(
        "select distinct t.listing_id from listing_term t where t.community_id = $1 and t.term >= $2 and t.term < $3",
        community,
        low,
        high,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(listings)
}
