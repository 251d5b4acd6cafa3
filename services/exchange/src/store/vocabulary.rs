//! The words that stand in a community's listings.

use crate::{State, limits};
use database::{CommunityTx, DatabaseError};
use std::collections::HashSet;

/// A word as words are compared: small letters, no accents.
pub(crate) async fn folded(tx: &mut CommunityTx, word: &str) -> Result<String, DatabaseError> {
    Ok(sqlx::query_scalar!(r#"select folded($1) as "folded!""#, word).fetch_one(tx.conn()).await?)
}

/// All words of the community's listings that begin like this, also of those that nobody is shown ([`shown`]), in the order of their letters, [`limits::WORDS_LOOKED_THROUGH`] at the most.
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

/// Those of the words that stand in a listing which whoever the transaction reads for may be shown now: of each word the newest
/// [`limits::NEWEST_OF_A_WORD`] are asked, one after the other, until one may.
pub(crate) async fn shown(
    tx: &mut CommunityTx,
    words: &[String],
    state: State,
) -> Result<HashSet<String>, DatabaseError> {
    let all = i64::try_from(words.len()).unwrap_or(i64::MAX);
    Ok(so_many_shown(tx, words, state, all).await?.into_iter().collect())
}

/// Whether one of the words stands in such a listing.
pub(crate) async fn any_shown(tx: &mut CommunityTx, words: &[String], state: State) -> Result<bool, DatabaseError> {
    Ok(!so_many_shown(tx, words, state, 1).await?.is_empty())
}

async fn so_many_shown(
    tx: &mut CommunityTx,
    words: &[String],
    state: State,
    most: i64,
) -> Result<Vec<String>, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select word.term as "term!" from unnest($2::text[]) as word (term)
           where exists (
               select from (
                   select listing_id from listing_term
                   where community_id = $1 and term = word.term
                   order by created_at desc, listing_id desc
                   limit $4
               ) t
               cross join lateral (
                   select * from listing where community_id = $1 and id = t.listing_id and state = $3 offset 0
               ) l
               cross join lateral (
                   select standing from member where community_id = $1 and id = l.author_id offset 0
               ) m
               where listing_is_shown(l.state, m.standing, l.let_through_at)
           )
           limit $5"#,
        community,
        words,
        state.as_str(),
        limits::NEWEST_OF_A_WORD,
        most,
    )
    .fetch_all(tx.conn())
    .await?)
}
