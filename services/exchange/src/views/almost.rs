//! Typing mistakes: what the community's own listings call it.

use super::ListingFilter;
use crate::{ExchangeError, State, store, words};
use database::{CommunityTx, DatabaseError, Db};
use kernel::{Act, Caller, PageRequest};
use places::typing::{forgiven, mistakes};

/// Letters at the beginning of a word that are taken to be right.
const RIGHT: usize = 2;
/// Words tried in the place of one, those with the fewest mistakes first.
const TRIED: usize = 3;

/// The words of a list that shows nothing, each that no listing they may be shown begins like replaced by the one that is almost written like it: `tondeuze`
/// becomes `tondeuse`. Nothing when no words help: the list so filtered would show nothing either. Mistakes in the first two letters are
/// not forgiven, nor any in words of three.
pub async fn almost(db: &Db, caller: &Caller, filter: &ListingFilter) -> Result<Option<String>, ExchangeError> {
    caller.must(Act::ReadListings)?;
    let Some(typed) = filter.words.as_deref() else { return Ok(None) };
    let mut tx = db.begin(caller).await?;
    let mut better = Vec::new();
    let mut changed = false;
    for word in words::plain_words(typed) {
        let found = instead(&mut tx, caller, filter, &word).await?;
        changed |= found.is_some();
        better.push(found.unwrap_or(word));
    }
    let said = better.join(" ");
    let shown = changed && shows(&mut tx, caller, filter, &said).await?;
    tx.commit().await?;
    Ok(shown.then_some(said))
}

/// What to look for in the place of a word that stands nowhere; nothing when it stands somewhere. "Somewhere" is what the reader may be shown
/// at this moment: else the answer told which words stand in listings that are kept from them.
async fn instead(
    tx: &mut CommunityTx,
    caller: &Caller,
    filter: &ListingFilter,
    word: &str,
) -> Result<Option<String>, ExchangeError> {
    let folded = store::vocabulary::folded(tx, word).await?;
    let most = forgiven(&folded);
    if most == 0 {
        return Ok(None);
    }
    let state = filter.state.unwrap_or(State::Open);
    let begun = store::vocabulary::beginning_with(tx, &folded).await?;
    if store::vocabulary::any_shown(tx, &begun, state).await? {
        return Ok(None);
    }
    let beginning: String = folded.chars().take(RIGHT).collect();
    let written = store::vocabulary::beginning_with(tx, &beginning).await?;
    let mut near: Vec<(usize, String)> =
        written.into_iter().filter_map(|term| Some((mistakes(&folded, &term, most)?, term))).collect();
    near.sort();
    let near: Vec<String> = near.into_iter().map(|(_, term)| term).collect();
    // Before the nearest are taken: what is kept from the reader must not take the place of what is not.
    let shown = store::vocabulary::shown(tx, &near, state).await?;
    for term in near.into_iter().filter(|term| shown.contains(term)).take(TRIED) {
        if shows(tx, caller, filter, &term).await? {
            return Ok(Some(term));
        }
    }
    Ok(None)
}

/// Whether the list shows something with these words.
async fn shows(
    tx: &mut CommunityTx,
    caller: &Caller,
    filter: &ListingFilter,
    words: &str,
) -> Result<bool, ExchangeError> {
    let filter = ListingFilter { words: Some(words.to_owned()), linked: Vec::new(), ..filter.clone() };
    let circle = crate::near::circle(tx, caller, &filter).await?;
    let page = PageRequest::new(1, None);
    let found: Result<_, DatabaseError> = store::list::matching(tx, &filter, circle.as_ref(), &page).await;
    Ok(!found?.items.is_empty())
}
