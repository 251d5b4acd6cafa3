//! Requests that nobody has answered, as the team sees them.

use super::ListingRow;
use crate::{
    ExchangeError, limits,
    store::{self, unanswered::Offering},
};
use chrono::Duration;
use database::Db;
use kernel::{Act, Caller, Cursor, ListingId, Page, PageRequest};
use membership::MemberCard;

/// A request that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnansweredRequest {
    /// The request.
    pub request: ListingRow,
    /// Who offers what it asks for, the best match first.
    pub helpers: Vec<SuggestedHelper>,
}

/// Somebody who may be able to help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuggestedHelper {
    /// Who.
    pub member: MemberCard,
    /// What they offer.
    pub offer: ListingId,
    /// Its title.
    pub title: String,
}

/// How long people wait.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Waiting {
    /// Half of the requests of the last ninety days that were answered had their first answer within this time; nothing while none was.
    pub first_answer: Option<Duration>,
}

/// The open requests to which nobody has written within [`limits::unanswered_after`], and the urgent ones to which nobody has written yet; what is
/// promised to somebody waits for nobody. Those that wait longest first, with who may help.
pub async fn unanswered(
    db: &Db,
    caller: &Caller,
    page: &PageRequest,
) -> Result<Page<UnansweredRequest>, ExchangeError> {
    caller.must(Act::SeeStewardDesk)?;
    let mut tx = db.begin(caller).await?;
    let before = tx.now() - limits::unanswered_after();
    let ids = store::unanswered::requests(&mut tx, before, page.after, page.limit()).await?;
    let mut rows = store::list::by_ids(&mut tx, &ids).await?;
    rows.sort_by_key(|row| (row.created_at, row.id));
    let mut offering = store::unanswered::offering(&mut tx, &ids).await?;
    tx.commit().await?;
    let requests = rows.into_iter().map(|request| {
        let (own, others) = offering.drain(..).partition(|one: &Offering| one.request == request.id);
        offering = others;
        let helpers: Vec<Offering> = own;
        UnansweredRequest { request, helpers: helpers.into_iter().map(SuggestedHelper::of).collect() }
    });
    Ok(Page::cut(requests.collect(), page, |one| Cursor { at: one.request.created_at, id: one.request.id.0 }))
}

/// How long people wait for a first answer.
pub async fn waiting(db: &Db, caller: &Caller) -> Result<Waiting, ExchangeError> {
    caller.must(Act::SeeStewardDesk)?;
    of_at_least(db, caller, 1).await
}

/// The same for whoever is about to ask, as soon as [`limits::ANSWERS_ENOUGH`] requests were answered.
pub async fn usual_wait(db: &Db, caller: &Caller) -> Result<Waiting, ExchangeError> {
    caller.must(Act::Publish)?;
    of_at_least(db, caller, limits::ANSWERS_ENOUGH).await
}

async fn of_at_least(db: &Db, caller: &Caller, least: i64) -> Result<Waiting, ExchangeError> {
    let mut tx = db.begin(caller).await?;
    let since = tx.now() - limits::answers_counted();
    let seconds = store::unanswered::first_answer(&mut tx, since, least).await?;
    tx.commit().await?;
    #[expect(clippy::cast_possible_truncation, reason = "at most ninety days")]
    Ok(Waiting { first_answer: seconds.map(|seconds| Duration::seconds(seconds.round() as i64)) })
}

impl SuggestedHelper {
    fn of(offering: Offering) -> Self {
        Self { member: offering.who, offer: offering.offer, title: offering.title }
    }
}
