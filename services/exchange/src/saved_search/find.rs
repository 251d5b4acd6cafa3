//! The searches that find a listing. For the job of [`crate::jobs::CompareSearches`].

use super::News;
use crate::{
    ExchangeError,
    jobs::SavedSearchLetter,
    store::{
        self,
        search_hits::{Clock, NewHit},
    },
};
use database::{CommunityTx, DatabaseError, Db, Schedule};
use kernel::{Act, Caller, ListingId, MemberId, SavedSearchId, Timestamp};
use notice::{Kind as NoticeKind, Tell, period};

/// Searches that are compared in one transaction, each of which may find the listing and tell its member.
const AT_ONCE: usize = 250;

/// The searches that find the listing, looked up by the one thing each of them asks for that is rarest and then asked exactly; none when it is
/// not open, or promised to somebody. Reads only, and no more than those of which that one thing is true.
pub async fn finders(db: &Db, caller: &Caller, listing: ListingId) -> Result<Vec<SavedSearchId>, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    let found = store::search_hits::finders(&mut tx, listing).await?;
    tx.commit().await?;
    Ok(found)
}

/// Those of them that have not found the listing before: kept, and told to their members. How many. A listing that was closed, promised or
/// changed meanwhile is found as it is now, or not at all.
pub async fn tell(
    db: &Db,
    caller: &Caller,
    listing: ListingId,
    finders: &[SavedSearchId],
) -> Result<usize, ExchangeError> {
    caller.must(Act::WorkJob)?;
    let mut told = 0;
    for some in finders.chunks(AT_ONCE) {
        let mut tx = db.begin(caller).await?;
        let hits = store::search_hits::keep(&mut tx, listing, some).await?;
        tell_members(&mut tx, &hits).await?;
        tx.commit().await?;
        told += hits.len();
    }
    Ok(told)
}

/// At once in the application, once a day for each search; and when the hour of the member's letter comes.
async fn tell_members(tx: &mut CommunityTx, hits: &[NewHit]) -> Result<(), DatabaseError> {
    let now = tx.now();
    let mut letters = Vec::new();
    for hit in hits {
        let told =
            Tell::new(hit.member, NoticeKind::SearchFound, format!("search:{}:{}", hit.search, now.date_naive()));
        notice::tell_tx(tx, Tell { subject: hit.name.clone(), ..told }).await?;
        letters.extend(next_letter(now, hit.member, hit.news, &hit.clock));
    }
    if letters.is_empty() { Ok(()) } else { tx.enqueue_all(letters).await }
}

/// The letter that tells of what is found from now on: one for all searches of a member that are told so often. Its moment is part of its
/// meaning, so that what is found while one is being written waits for the next.
pub(super) fn next_letter(
    now: Timestamp,
    member: MemberId,
    news: News,
    clock: &Clock,
) -> Option<(SavedSearchLetter, Schedule)> {
    let at = period::next(now, &clock.timezone, clock.hour, news.every()?);
    let meaning = format!("search-letter:{member}:{}:{}", news.as_str(), at.timestamp());
    let until = at + chrono::Duration::hours(notice::plan_digests::LETTER_HOURS);
    Some((SavedSearchLetter { member, news }, Schedule::at(at).meaning(meaning).until(until)))
}
