//! The time for objections is over: the two are two voices again.

use super::begin::{look, numbers, open_reviews, recheck};
use crate::head::{Head, TrustEvent};
use crate::people::Held;
use crate::{SponsorshipError, store};
use database::{Db, audit::Entry};
use kernel::{Act, Caller, HouseholdId};
use serde_json::json;
use trust::Move;

/// Ends the tie, if nobody has objected. True when there was something to do. For the job of [`crate::jobs::HouseholdEnds`].
pub async fn household_ends(db: &Db, caller: &Caller, id: HouseholdId) -> Result<bool, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let head = Head::take(&mut tx).await?;
    let Some(tie) = store::household::lock(&mut tx, id).await? else { return Ok(false) };
    let due = tie.ending_at.is_some_and(|at| at <= tx.now());
    if tie.ended || !due {
        return Ok(false);
    }
    let people = Held::take(&mut tx, &tie.pair.both()).await?;
    let [one, other] = numbers(&tie, &people)?;
    let moved = look(&mut tx, Move::Apart(one, other)).await?;
    store::household::end(&mut tx, tie.id).await?;
    let reviews = open_reviews(&mut tx, &moved).await?;
    head.record(&mut tx, &TrustEvent::Apart { one, other, reviews }).await?;
    let detail = json!({ "household": tie.id });
    tx.record(Entry {
        actor: tie.ended_by,
        subject: Some(tie.pair.one),
        act: "household_ended",
        detail: detail.clone(),
    });
    tx.record(Entry { actor: tie.ended_by, subject: Some(tie.pair.other), act: "household_ended", detail });
    recheck(&mut tx).await?;
    tx.commit().await?;
    Ok(true)
}
