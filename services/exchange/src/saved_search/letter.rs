//! What a letter tells of what was found. For the job of [`crate::jobs::SavedSearchLetter`].

use crate::{ExchangeError, jobs::SavedSearchLetter, store};
use database::Db;
use kernel::{Act, Caller, ListingId, SavedSearchId, Timestamp};
use membership::{Recipient, recipient::recipient_tx};
use std::collections::HashSet;

/// Listings read for one letter; what is beyond is only counted.
const MOST: i64 = 60;

/// A listing that a search found and that it would find still.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Which search.
    pub search: SavedSearchId,
    /// What its member calls it.
    pub search_name: String,
    /// The listing.
    pub listing: ListingId,
    /// Its title.
    pub title: String,
    /// Whether help is asked for.
    pub is_request: bool,
    /// Its town; may be empty.
    pub town: String,
    /// Its author's name.
    pub author_name: String,
    /// When it was found.
    pub found_at: Timestamp,
}

/// Everything a letter is written from.
#[derive(Debug, Clone)]
pub struct SearchNews {
    /// To whom.
    pub to: Recipient,
    /// By search, the oldest search first; a listing once, under the first that found it. Never empty.
    pub found: Vec<Found>,
    /// Up to when was looked: what is found later belongs to the next letter.
    pub until: Timestamp,
}

/// What there is to tell the member; nothing, and nothing is told later of what was found until now, when they want no such letters, are not
/// inside, or nothing is left of it. What is promised to somebody is left for a later letter.
pub async fn news(db: &Db, caller: &Caller, job: &SavedSearchLetter) -> Result<Option<SearchNews>, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let until = tx.now();
    let to = recipient_tx(&mut tx, job.member).await?.filter(|to| to.search_letters && to.standing.is_inside());
    tx.read_for(job.member).await?;
    let mut found = store::search_hits::untold(&mut tx, job.member, job.news, MOST).await?;
    let mut listings = HashSet::new();
    found.retain(|one| listings.insert(one.listing));
    let news = to.filter(|_| !found.is_empty()).map(|to| SearchNews { to, found, until });
    if news.is_none() {
        store::search_hits::told(&mut tx, job.member, job.news, until).await?;
    }
    tx.commit().await?;
    Ok(news)
}

/// The letter has left, or never will: what was found until then comes in no other, but for what is promised to somebody at this moment.
pub async fn told(db: &Db, caller: &Caller, job: &SavedSearchLetter, until: Timestamp) -> Result<(), ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    store::search_hits::told(&mut tx, job.member, job.news, until).await?;
    Ok(tx.commit().await?)
}
