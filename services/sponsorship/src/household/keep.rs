//! A steward objects: two who say that they part go on counting as one.

use super::LONGEST_REASON;
use crate::head::Head;
use crate::jobs::StandingLetter;
use crate::words::News;
use crate::{SponsorshipError, store};
use community::text;
use database::{Db, audit::Entry};
use kernel::{Act, Caller, HouseholdId};
use membership::{still_must_tx, suspend::may_judge};
use serde_json::json;

/// Objects.
#[derive(Debug, Clone)]
pub struct KeepTogether {
    /// To the end of which.
    pub id: HouseholdId,
    /// Why; both read it; 1 to 500 characters.
    pub reason: String,
}

/// Keeps it, and tells both why.
///
/// # Errors
/// `NotFound` where none is about to end; `Forbidden` as [`may_judge`] has it.
pub async fn keep_together(db: &Db, caller: &Caller, cmd: KeepTogether) -> Result<(), SponsorshipError> {
    caller.must(Act::JoinHouseholds)?;
    let reason = text::needed_block("reason", &cmd.reason, LONGEST_REASON)?;
    let mut tx = db.begin(caller.community).await?;
    Head::take(&mut tx).await?;
    let caller = &still_must_tx(&mut tx, caller, Act::JoinHouseholds).await?;
    let found = store::household::lock(&mut tx, cmd.id).await?;
    let tie = found.filter(|tie| tie.ending_at.is_some() && !tie.ended).ok_or(SponsorshipError::NotFound)?;
    for member in tie.pair.both() {
        may_judge(&mut tx, caller, Act::JoinHouseholds, member).await?;
    }
    let me = caller.me().map(|me| me.member);
    store::household::enter(&mut tx, tie.id, me, &reason).await?;
    let detail = json!({ "household": tie.id, "reason": reason });
    tx.record(Entry { actor: me, subject: Some(tie.pair.one), act: "household_kept", detail: detail.clone() });
    tx.record(Entry { actor: me, subject: Some(tie.pair.other), act: "household_kept", detail });
    for member in tie.pair.both() {
        tx.enqueue(&StandingLetter { member, news: News::HouseholdKept, about: tie.id.0 }).await?;
    }
    tx.commit().await?;
    Ok(())
}
