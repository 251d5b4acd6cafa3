//! A complaint is counted, and the community whose letter it was is judged.

use super::Figures;
use crate::{MembershipError, jobs::ComplaintsNews, jobs::TellComplaints, limits, store};
use database::{CommunityTx, Db, audit::Entry};
use kernel::{EmailAddress, Timestamp};
use serde_json::json;

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
