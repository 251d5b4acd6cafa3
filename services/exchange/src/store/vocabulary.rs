//! The words that stand in a community's listings.

use crate::limits;
use database::{CommunityTx, DatabaseError};

/// A word as words are compared: small letters, no accents.
pub(crate) async fn folded(tx: &mut CommunityTx, word: &str) -> Result<String, DatabaseError> {
    Ok(sqlx::query_scalar!(r#"select folded($1) as "folded!""#, word).fetch_one(tx.conn()).await?)
}

/// The words of the community's listings that begin like this, in the order of their letters, [`limits::WORDS_LOOKED_THROUGH`] at the most.
/// From each word the index leads to the next other one, so that a word costs the same however many listings have it.
pub(crate) async fn beginning_with(tx: &mut CommunityTx, beginning: &str) -> Result<Vec<String>, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"with recursive word (term) as (
               (select t.term from listing_term t
                where t.community_id = $1 and t.term >= $2 collate "C" and t.term < $2 || chr(1114111) collate "C"
                order by t.term limit 1)
               union all
               select (
                   select t.term from listing_term t
                   where t.community_id = $1 and t.term > w.term and t.term < $2 || chr(1114111) collate "C"
                   order by t.term limit 1
               )
               from word w where w.term is not null
           )
           select term as "term!" from word where term is not null limit $3"#,
        community,
        beginning,
        limits::WORDS_LOOKED_THROUGH,
    )
    .fetch_all(tx.conn())
    .await?)
}
