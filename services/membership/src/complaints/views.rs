//! How communities stand with those who get their letters.

use super::Figures;
use crate::{MembershipError, limits, store};
use community::CommunityFace;
use database::Db;
use kernel::{Act, Caller, CommunityId, Timestamp};

/// How a community stands with those who get its letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterWatch {
    /// Which community.
    pub community: CommunityId,
    /// Its name.
    pub name: String,
    /// What was counted last.
    pub figures: Figures,
    /// When it was counted.
    pub counted_at: Timestamp,
    /// Since when its letters wait, if they do.
    pub held_since: Option<Timestamp>,
    /// When its owners and the operators were last told that there are too many.
    pub alarmed_at: Option<Timestamp>,
    /// When an operator last let its letters go on.
    pub let_go_at: Option<Timestamp>,
    /// Why; empty as long as nobody has.
    pub reason: String,
}

impl LetterWatch {
    /// Whether there is anything to show: its letters wait, or within the window it was warned or they were let go.
    fn is_news(&self, now: Timestamp) -> bool {
        let lately = self.alarmed_at.max(self.let_go_at);
        self.held_since.is_some() || lately.is_some_and(|at| at > now - limits::COMPLAINT_WINDOW)
    }
}

/// How the caller's community stands; nothing when there is nothing to say. For its owners.
///
/// # Errors
/// `Forbidden`.
pub async fn own(db: &Db, caller: &Caller) -> Result<Option<LetterWatch>, MembershipError> {
    caller.must(Act::SeeSettings)?;
    look(db, caller.community).await
}

/// The communities of which there is something to say, at most a hundred: those whose letters wait first. For operators.
///
/// # Errors
/// `Forbidden`.
pub async fn watched(db: &Db, caller: &Caller) -> Result<Vec<LetterWatch>, MembershipError> {
    caller.must(Act::SeeOperatorDesk)?;
    let mut tx = db.begin_platform().await?;
    let warned_after = tx.now() - limits::COMPLAINT_WINDOW;
    let found = store::complaints::watched(tx.conn(), warned_after).await?;
    tx.commit().await?;
    Ok(found)
}

/// A community, and how it stands, if there is something to say. For operators.
///
/// # Errors
/// `Forbidden`; `NotFound` when there is no such community.
pub async fn of(
    db: &Db,
    caller: &Caller,
    community: CommunityId,
) -> Result<(CommunityFace, Option<LetterWatch>), MembershipError> {
    caller.must(Act::SeeOperatorDesk)?;
    let face = community::face(db, community).await?.ok_or(MembershipError::NotFound)?;
    Ok((face, look(db, community).await?))
}

async fn look(db: &Db, community: CommunityId) -> Result<Option<LetterWatch>, MembershipError> {
    let mut tx = db.begin(community).await?;
    let now = tx.now();
    let found = store::complaints::own(&mut tx).await?;
    tx.commit().await?;
    Ok(found.filter(|watch| watch.is_news(now)))
}
