//! Typing mistakes: what the community's own listings call it.

use super::ListingFilter;
use crate::{ExchangeError, store, words};
use database::{CommunityTx, DatabaseError, Db};
use kernel::{Act, Caller, PageRequest};
use places::typing::{forgiven, mistakes};

/// Letters at the beginning of a word that are taken to be right.
const RIGHT: usize = 2;
/// Words tried in the place of one, those with the fewest mistakes first.
const TRIED: usize = 3;

/// The words of a list that shows nothing, each that no listing begins like replaced by the one that is almost written like it: `tondeuze`
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

/// What to look for in the place of a word that stands nowhere; nothing when it stands somewhere.
async fn instead(
    tx: &mut CommunityTx,
    caller: &Caller,
    filter: &ListingFilter,
    word: &str,
) -> Result<Option<String>, ExchangeError> {
    let folded = store::vocabulary::folded(tx, word).await?;
    let most = forgiven(&folded);
    if most == 0 || !store::vocabulary::beginning_with(tx, &folded).await?.is_empty() {
        return Ok(None);
    }
    let beginning: String = folded.chars().take(RIGHT).collect();
    let known = store::vocabulary::beginning_with(tx, &beginning).await?;
    let mut near: Vec<(usize, &String)> =
        known.iter().filter_map(|term| Some((mistakes(&folded, term, most)?, term))).collect();
    near.sort();
    for (_, term) in near.into_iter().take(TRIED) {
        // It may stand in closed listings only, or in one that the team has not let through.
        if shows(tx, caller, filter, term).await? {
            return Ok(Some(term.clone()));
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
