//! What the operator sees: communities, the queue, buried jobs, last letters. No member's content.

use crate::{CommunityError, store};
use database::{Db, audit::Entry, queue};
use kernel::{Act, Caller, CommunityId, JobId, MemberId, Page, PageRequest, Timestamp};
use serde_json::json;
use uuid::Uuid;

/// A community in the operator's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommunityLine {
    /// Which one.
    pub id: CommunityId,
    /// Short name.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Who runs it.
    pub organisation: String,
    /// The preset it was launched from.
    pub preset: String,
    /// People inside.
    pub members: i32,
    /// Main host.
    pub primary_host: Option<String>,
    /// Launched when.
    pub created_at: Timestamp,
}

/// One lane of the queue, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaneFigures {
    /// `security`, `prompt` or `bulk`.
    pub lane: String,
    /// Jobs that wait, due or not.
    pub queued: i64,
    /// Jobs in a worker's hands.
    pub leased: i64,
    /// Jobs that could not be done.
    pub buried: i64,
    /// Since when the oldest due job waits.
    pub oldest_due_at: Option<Timestamp>,
}

/// The queue, lane by lane, the most urgent first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueFigures {
    /// Every lane, empty ones too.
    pub lanes: Vec<LaneFigures>,
    /// Communities whose letters wait, because too many people complained of them.
    pub communities_held: i64,
}

/// A job that could not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuriedJob {
    /// Whose.
    pub community: CommunityId,
    /// That community's name.
    pub community_name: String,
    /// Which.
    pub id: JobId,
    /// Its kind.
    pub kind: String,
    /// Its lane.
    pub lane: String,
    /// How often it was tried.
    pub attempts: i32,
    /// Why the last try failed.
    pub last_error: String,
    /// Written when.
    pub created_at: Timestamp,
}

/// A letter that left the house, or did not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterLine {
    /// Whose.
    pub community: CommunityId,
    /// That community's name.
    pub community_name: String,
    /// Which.
    pub id: Uuid,
    /// To which member, if to one.
    pub member: Option<MemberId>,
    /// To which address, shortened (`o…@example.test`): the operator needs the domain, not the person.
    pub recipient: String,
    /// Which letter.
    pub kind: String,
    /// `sent`, `refused` or `suppressed`.
    pub outcome: String,
    /// What the relay said.
    pub answer: String,
    /// When.
    pub at: Timestamp,
}

/// All communities, the newest first.
pub async fn communities(db: &Db, caller: &Caller, page: PageRequest) -> Result<Page<CommunityLine>, CommunityError> {
    caller.must(Act::SeeOperatorDesk)?;
    let mut tx = db.begin_platform().await?;
    let lines = store::figures::communities(tx.conn(), &page).await?;
    tx.commit().await?;
    Ok(lines)
}

/// The queue in figures. Operators, and programs that may read figures.
pub async fn queue(db: &Db, caller: &Caller) -> Result<QueueFigures, CommunityError> {
    caller.must(Act::SeeFigures)?;
    let mut tx = db.begin_platform().await?;
    let now = tx.now();
    let lanes = store::figures::queue(tx.conn(), now).await?;
    let communities_held = store::figures::held(tx.conn()).await?;
    tx.commit().await?;
    Ok(QueueFigures { lanes, communities_held })
}

/// Buried jobs, the newest first.
pub async fn buried(db: &Db, caller: &Caller, page: PageRequest) -> Result<Page<BuriedJob>, CommunityError> {
    caller.must(Act::SeeOperatorDesk)?;
    let mut tx = db.begin_platform().await?;
    let jobs = store::figures::buried(tx.conn(), &page).await?;
    tx.commit().await?;
    Ok(jobs)
}

/// The last letters, the newest first.
pub async fn last_letters(db: &Db, caller: &Caller, page: PageRequest) -> Result<Page<LetterLine>, CommunityError> {
    caller.must(Act::SeeOperatorDesk)?;
    let mut tx = db.begin_platform().await?;
    let letters = store::figures::letters(tx.conn(), &page).await?;
    tx.commit().await?;
    Ok(letters)
}

/// Lets a buried job try again.
pub async fn revive(db: &Db, caller: &Caller, community: CommunityId, job: JobId) -> Result<(), CommunityError> {
    caller.must(Act::Operate)?;
    let detail = json!({ "community": community, "job": job });
    let entry = Entry { actor: caller.me().map(|me| me.member), subject: None, act: "job_revived", detail };
    if queue::revive(db, community, job, Some(entry)).await? { Ok(()) } else { Err(CommunityError::NotFound) }
}

/// An address with the person taken out of it.
pub(crate) fn shortened(address: &str) -> String {
    let first = address.chars().next().unwrap_or('?');
    address.rsplit_once('@').map_or_else(|| "?".to_owned(), |(_, domain)| format!("{first}…@{domain}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_operator_sees_the_domain_and_not_the_person() {
        assert_eq!(shortened("odile.martin@example.test"), "o…@example.test");
        assert_eq!(shortened("nonsense"), "?");
    }
}
