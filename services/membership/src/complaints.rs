//! Complaints about a community's letters: who asks for letters nobody wants spoils the name of the whole installation with every mail
//! server, so a community with too many complaints is warned, and then its letters wait (bar E9, decision 51).
//!
//! | what is counted within [`limits::COMPLAINT_WINDOW`] | what comes of it |
//! | --- | --- |
//! | fewer complaints than [`limits::COMPLAINTS_HEEDED`] | nothing: one person's click says nothing of a community |
//! | one complaint in [`limits::COMPLAINT_ALARM`] letters or more | its owners and the operators are told |
//! | three in that many, of [`limits::LETTERS_JUDGED`] letters or more | its letters wait, until an operator lets them go on |
//!
//! [`LEAVE_THOUGH_HELD`] always leave, and are not counted.

mod always;
mod tell;

pub use always::LEAVE_THOUGH_HELD;
pub use tell::{ComplaintsFacts, letter, tell};

use crate::{MembershipError, jobs::ComplaintsNews, jobs::TellComplaints, limits, store};
use community::{CommunityFace, text};
use database::{CommunityTx, Db, audit::Entry};
use kernel::{Act, Caller, CommunityId, EmailAddress, MemberId, Timestamp};
use serde_json::json;

/// Why a letter waits, as its job remembers it. What waits is found by these words when it may leave ([`database::queue::hurry`]): other words would
/// leave what waits at that moment for its next hourly look.
pub const HELD: &str = "the letters of this community wait: too many were complained of";

/// What was counted of a community's letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// Letters sent within the window.
    pub letters: i64,
    /// Those of them that were complained of.
    pub complaints: i64,
}

/// What figures mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Quiet,
    Alarm,
    Hold,
}

impl Figures {
    /// At the limit is too many: mail servers ask for less than one in a thousand, and that three are never reached.
    fn verdict(self) -> Verdict {
        let share = self.complaints.saturating_mul(limits::COMPLAINT_ALARM);
        if self.complaints < limits::COMPLAINTS_HEEDED || share < self.letters {
            Verdict::Quiet
        } else if self.letters >= limits::LETTERS_JUDGED && share >= self.letters.saturating_mul(3) {
            Verdict::Hold
        } else {
            Verdict::Alarm
        }
    }
}

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
pub async fn own(db: &Db, caller: &Caller) -> Result<Option<LetterWatch>, MembershipError> {
    caller.must(Act::SeeSettings)?;
    look(db, caller.community).await
}

/// The communities of which there is something to say, at most a hundred: those whose letters wait first. For operators.
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
/// `NotFound` when there is no such community.
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

/// Somebody has complained of a letter: of the one with this Message-ID, else (relays give letters names of their own) of the last one they got.
/// Counts them once, however often it is reported, and judges the community whose letter it was.
pub(crate) async fn count(db: &Db, email: &EmailAddress, message: Option<&str>) -> Result<(), MembershipError> {
    let mut tx = db.begin_platform().await?;
    let since = tx.now() - limits::COMPLAINT_WINDOW;
    let letter = store::complaints::letter_to(tx.conn(), email, message, since).await?;
    tx.commit().await?;
    let Some((community, letter)) = letter else { return Ok(()) };
    let mut tx = db.begin(community).await?;
    let watch = store::complaints::lock(&mut tx).await?;
    if store::complaints::mark(&mut tx, letter, email, since).await? {
        let since = watch.let_go_at.map_or(since, |let_go_at| since.max(let_go_at));
        judge(&mut tx, since, watch.alarmed_at.is_some_and(|at| at >= since)).await?;
    }
    Ok(tx.commit().await?)
}

/// Under the lock of its row, so that of two complaints at once the second counts both.
async fn judge(tx: &mut CommunityTx, since: Timestamp, knows: bool) -> Result<(), MembershipError> {
    let figures = store::complaints::figures(tx, since).await?;
    let news = match figures.verdict() {
        Verdict::Hold if store::complaints::hold(tx).await? => Some(ComplaintsNews::Held),
        Verdict::Hold | Verdict::Alarm if !knows => Some(ComplaintsNews::Alarm),
        _ => None,
    };
    store::complaints::note(tx, figures, news.is_some()).await?;
    if news == Some(ComplaintsNews::Held) {
        let detail = json!({ "letters": figures.letters, "complaints": figures.complaints });
        tx.record(Entry { actor: None, subject: None, act: "letters_held", detail });
    }
    if let Some(news) = news {
        tx.enqueue(&TellComplaints { news }).await?;
    }
    Ok(())
}

/// An operator lets a community's letters go on. What waits leaves, unless it is too old by now; what was sent before counts no more.
///
/// # Errors
/// `NotFound` when its letters do not wait; `Text` without a reason.
pub async fn let_go(db: &Db, caller: &Caller, community: CommunityId, reason: &str) -> Result<(), MembershipError> {
    caller.must(Act::Operate)?;
    let reason = text::needed_block("reason", reason, limits::REASON)?;
    let mut tx = db.begin(community).await?;
    if !store::complaints::let_go(&mut tx, &reason).await? {
        return Err(MembershipError::NotFound);
    }
    tx.enqueue(&TellComplaints { news: ComplaintsNews::LetGo }).await?;
    let operator: Option<MemberId> = caller.me().map(|me| me.member);
    let detail = json!({ "operator": operator, "reason": reason });
    tx.record(Entry { actor: None, subject: None, act: "letters_let_go", detail });
    Ok(tx.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e9_one_in_a_thousand_warns_and_three_in_a_thousand_hold_and_one_letter_more_does_not() {
        let verdict = |complaints, letters| Figures { letters, complaints }.verdict();
        for (complaints, letters, expected) in [
            (0, 0, Verdict::Quiet),
            (3, 3_000, Verdict::Alarm),
            (3, 3_001, Verdict::Quiet),
            (3, 1_000, Verdict::Hold),
            (3, 1_001, Verdict::Alarm),
            (30, 10_000, Verdict::Hold),
            (29, 10_000, Verdict::Alarm),
        ] {
            assert_eq!(verdict(complaints, letters), expected, "{complaints} of {letters}");
        }
    }

    #[test]
    fn e9_neither_two_people_nor_a_few_letters_hold_a_community() {
        let verdict = |complaints, letters| Figures { letters, complaints }.verdict();
        assert_eq!(verdict(2, 20), Verdict::Quiet, "two clicks say nothing");
        assert_eq!(verdict(3, 20), Verdict::Alarm, "three are worth a look");
        assert_eq!(verdict(3, 299), Verdict::Alarm);
        assert_eq!(verdict(3, 300), Verdict::Hold);
    }
}
