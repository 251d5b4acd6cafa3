//! Renaming a search, saying where news of it go, pausing it.

use super::{News, find::next_letter, named};
use crate::{ExchangeError, store};
use database::Db;
use kernel::{Act, Caller, SavedSearchId};

/// What is so from now on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeSearch {
    /// Which search of the caller's.
    pub id: SavedSearchId,
    /// What its member calls it, 1 to 60 characters.
    pub name: String,
    /// Where news of it go.
    pub news: News,
    /// Whether it finds nothing for the time being.
    pub paused: bool,
}

/// Changes a search of the caller's. What was found while news stayed in the application comes in no letter.
pub async fn change_search(db: &Db, caller: &Caller, cmd: ChangeSearch) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let name = named(&cmd.name)?;
    let mut tx = db.begin(caller).await?;
    let before = store::saved_search::hold(&mut tx, cmd.id, me.member).await?.ok_or(ExchangeError::NotFound)?;
    store::saved_search::change(&mut tx, cmd.id, &name, cmd.news, cmd.paused).await?;
    if before == News::App {
        store::search_hits::forget_untold(&mut tx, cmd.id).await?;
    }
    // What waited for a letter of the other kind waits for this one.
    let clock = store::saved_search::clock(&mut tx, me.member).await?;
    if let Some((job, schedule)) = clock.and_then(|clock| next_letter(tx.now(), me.member, cmd.news, &clock)) {
        tx.enqueue_with(&job, schedule).await?;
    }
    Ok(tx.commit().await?)
}
